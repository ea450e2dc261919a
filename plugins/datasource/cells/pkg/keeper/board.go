package keeper

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

const (
	// mostDecided is how many decisions are read back at most when it starts: what was held before them is known as far as it stands at the
	// broker.
	mostDecided = 200_000
	// mostPosted is how many messages a look gives the broker at most, and looks up at most of targets.
	mostPosted = 1_000
	// again is how often all is read anew: what was stored with a time of long ago.
	again = time.Hour
)

// Kept is what a broker keeps for whoever asks later.
type Kept interface {
	// Kept are the messages at the topics of a filter, by topic.
	Kept(ctx context.Context, filter string) (map[string]string, error)
	// Put replaces the messages at topics; an empty one takes it away.
	Put(ctx context.Context, messages map[string]string) error
}

// Board keeps at the broker what is held, for lines that cannot ask: a message a target while any hold on it is open. It goes by what the
// database has and by what the broker says that it keeps, so that neither has to be there before the other, nor longer.
type Board struct {
	Source *source.Source
	Broker Kept

	news   news
	fresh  fresh
	readAt time.Time
	left   map[string]record.Event
	done   map[string]time.Time
	// held are the notices of all that is held, by target: one a site, since items of two may bear one ID.
	held map[string][]commands.Notice
}

// Posted is what one look came to.
type Posted struct {
	// Held are the targets that are held; Put and Taken are the messages that the broker was given, and rid of.
	Held, Put, Taken int
}

// Look makes the broker keep what is held, and nothing else.
//
// Errors: what kept it from reading or telling; the next look goes on with it.
func (b *Board) Look(ctx context.Context) (posted Posted, err error) {
	run := &source.Run{Source: b.Source}
	p, err := run.Plan(ctx)
	if err != nil {
		return posted, err
	}
	ns := max(b.Source.Now().UnixNano(), p.Begin)
	enterprise := p.Setting("enterprise", ns)
	if enterprise == "" {
		return posted, fmt.Errorf("the plan names no enterprise under which what is held could be told: run cellthread plan push")
	}
	if err := b.readAll(ctx, run, p); err != nil {
		return posted, err
	}
	if err := b.read(ctx, run, p); err != nil {
		return posted, err
	}
	kept, err := b.Broker.Kept(ctx, commands.NoticesOf(enterprise))
	if err != nil {
		return posted, err
	}
	maps.DeleteFunc(kept, func(topic, _ string) bool {
		site, _, is := commands.NoticeAt(topic)
		return !is || !slices.ContainsFunc(p.SitesAt(ns), func(s plan.Site) bool { return s.ID == site })
	})
	if err := b.check(ctx, run, p, kept, ns); err != nil {
		return posted, err
	}
	posted.Held = len(b.held)
	return b.post(ctx, kept, b.notices(p, enterprise, ns), posted)
}

// readAll reads all that was ever decided, when it starts and once in a while.
func (b *Board) readAll(ctx context.Context, run *source.Run, p *plan.Plan) error {
	now := b.Source.Now()
	if b.held != nil && now.Sub(b.readAt) < again {
		return nil
	}
	events, whole, err := run.EventsBack(ctx, vocabulary.Dispositions, mostDecided)
	if err != nil {
		return fmt.Errorf("reading what is held: %w", err)
	}
	of := map[string][]record.Event{}
	for _, e := range record.Heeded(p, events) {
		of[e.About()] = append(of[e.About()], e)
	}
	if b.held == nil {
		b.held, b.left, b.done = map[string][]commands.Notice{}, map[string]record.Event{}, map[string]time.Time{}
		b.news = news{since{to: now, allTo: now}}
	}
	for target, about := range of {
		if whole || len(b.held[target]) == 0 {
			b.judge(target, about)
		}
	}
	b.readAt = now
	return nil
}

// read judges anew what something was decided about since the last look, and what expired.
func (b *Board) read(ctx context.Context, run *source.Run, p *plan.Plan) error {
	now := b.Source.Now()
	events, err := b.news.read(ctx, run, vocabulary.Dispositions)
	if err != nil {
		return err
	}
	for _, e := range events {
		if _, done := b.done[apart(e)]; !done {
			b.left[apart(e)] = e
		}
	}
	about := map[string]bool{}
	for target, of := range b.held {
		if slices.ContainsFunc(of, func(n commands.Notice) bool { return n.ExpiresMs != 0 && n.ExpiresMs <= now.UnixMilli() }) {
			about[target] = true
		}
	}
	var settled []record.Event
	for _, e := range b.left {
		if _, is := b.fresh.settled(e, now, now); is && (about[e.About()] || len(about) < mostPosted) {
			settled, about[e.About()] = append(settled, e), true
		}
	}
	if err := b.ask(ctx, run, p, slices.Sorted(maps.Keys(about))); err != nil {
		return err
	}
	for _, e := range settled {
		delete(b.left, apart(e))
		b.done[apart(e)] = now
	}
	maps.DeleteFunc(b.done, func(_ string, at time.Time) bool { return now.Sub(at) > 2*dayBack })
	b.fresh.forget(now)
	return nil
}

// check asks about what stands at the broker and is not known to be held: somebody else may know better, or longer.
func (b *Board) check(ctx context.Context, run *source.Run, p *plan.Plan, kept map[string]string, ns int64) error {
	unknown := map[string]bool{}
	for topic := range kept {
		site, target, _ := commands.NoticeAt(topic)
		if !slices.ContainsFunc(b.held[target], func(n commands.Notice) bool { return n.Site == site }) {
			unknown[target] = true
		}
	}
	targets := slices.Sorted(maps.Keys(unknown))
	if len(targets) > mostPosted {
		targets = targets[:mostPosted]
		maps.DeleteFunc(kept, func(topic, _ string) bool {
			_, target, _ := commands.NoticeAt(topic)
			return unknown[target] && target > targets[mostPosted-1] // the next look asks about it
		})
	}
	return b.ask(ctx, run, p, targets)
}

// ask judges targets by all that was ever decided about them.
func (b *Board) ask(ctx context.Context, run *source.Run, p *plan.Plan, targets []string) error {
	of, err := run.EventsOf(ctx, p, targets)
	if err != nil {
		return fmt.Errorf("reading what was decided: %w", err)
	}
	for _, target := range targets {
		b.judge(target, of[target])
	}
	return nil
}

func (b *Board) judge(target string, about []record.Event) {
	delete(b.held, target)
	if target == "" {
		return
	}
	for site, of := range holds.BySite(about) {
		notice, held := commands.NoticeOf(target, holds.Fold(of), b.Source.Now().UnixMilli())
		if held && notice.Site == site {
			b.held[target] = append(b.held[target], notice)
		}
	}
}

// notices are the messages that the broker is to keep, by topic: of each target at the line where it was held, at all of its site where
// nobody says where.
func (b *Board) notices(p *plan.Plan, enterprise string, ns int64) map[string]string {
	type place struct{ site, equipment, station, targetType, line string }
	lines := map[place][]plan.Line{}
	out := map[string]string{}
	for target, all := range b.held {
		for _, notice := range all {
			at := place{notice.Site, notice.Equipment, notice.Station, notice.TargetType, ""}
			if notice.TargetType == "station" || notice.TargetType == "line" {
				at.line = target
			}
			if _, known := lines[at]; !known {
				lines[at] = commands.LinesOf(p, notice.Command, ns)
			}
			payload := string(notice.Payload())
			for _, line := range lines[at] {
				out[commands.NoticeTopic(enterprise, at.site, line.Area, line.ID, target)] = payload
			}
		}
	}
	return out
}

// post gives the broker what differs, at most so many: what is held before what is not.
func (b *Board) post(ctx context.Context, kept, wanted map[string]string, posted Posted) (Posted, error) {
	messages := map[string]string{}
	for topic, payload := range wanted {
		if kept[topic] != payload && len(messages) < mostPosted {
			messages[topic] = payload
		}
	}
	put := len(messages)
	for topic := range kept {
		if _, held := wanted[topic]; !held && len(messages) < mostPosted {
			messages[topic] = ""
		}
	}
	if err := b.Broker.Put(ctx, messages); err != nil {
		return posted, err
	}
	posted.Put, posted.Taken = put, len(messages)-put
	return posted, nil
}
