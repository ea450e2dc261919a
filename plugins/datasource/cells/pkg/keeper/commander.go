package keeper

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/ledger"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// Publish gives a message to the broker, and an error unless the broker has it.
type Publish func(ctx context.Context, topic string, payload []byte) error

// Commander tells the line what is decided about what was held: one command a state of a target, stored before it is sent, sent again until
// it is acknowledged. What it knows it reads: one that was stopped and started goes on where it was.
type Commander struct {
	Source  *source.Source
	Ledger  *ledger.Ledger
	Publish Publish

	book commands.Book
	news news
	// fresh is when decisions were seen first, left are those that no command tells yet, as they are told apart; done are told.
	fresh fresh
	left  map[string]record.Event
	done  map[string]time.Time
	// relays are what people say was done to machines, by event_id, relayed those that the line was told of.
	relays  map[string]record.Event
	relayed map[string]time.Time
}

// Told is what one look came to.
type Told struct {
	// Sent were given to the broker, Unanswered were told for so long that they are told no more.
	Sent, Unanswered []commands.Command
	// Relayed are what people did to machines, as the line was told.
	Relayed []record.Event
}

// watched are the kinds of events that it reads.
var watched = slices.Concat(vocabulary.Dispositions, commands.RelayedKinds, []string{vocabulary.EventCommand, vocabulary.EventCommandAck})

// Look reads what was decided and acknowledged since the last look, and sends what is due.
//
// Errors: what kept it from reading, storing or sending; the next look goes on with it.
func (c *Commander) Look(ctx context.Context) (told Told, err error) {
	run := &source.Run{Source: c.Source}
	if err := c.read(ctx, run); err != nil {
		return told, err
	}
	p, err := run.Plan(ctx)
	if err != nil {
		return told, err
	}
	if err := c.decide(ctx, run, p); err != nil {
		return told, err
	}
	var failed []error
	if told.Relayed, failed, err = c.relay(ctx, p); err != nil {
		return told, together(append(failed, err))
	}
	now := c.Source.Now().UnixMilli()
	c.book.Under(p, now)
	for _, command := range c.book.Due(now) {
		topics := topicsOf(p, command, now)
		if len(topics) == 0 {
			failed = append(failed, fmt.Errorf("the plan has no machine at site %s: the line is not told of %s", command.Site, command.Target))
			c.book.Sent(command.ID, now)
			continue
		}
		for _, at := range topics {
			if !c.book.Tells(command, at.line) {
				continue
			}
			if err := c.Publish(ctx, at.topic, command.Payload(now)); err != nil {
				// All others would fail as well, and are due again the next time.
				return told, together(append(failed, fmt.Errorf("telling the line of %s: %w", command.Target, err)))
			}
		}
		c.book.Sent(command.ID, now)
		told.Sent = append(told.Sent, command)
	}
	told.Unanswered = c.book.Unanswered(now)
	c.book.Forget(now)
	return told, together(failed)
}

// read notes the events that were stored since the last look.
func (c *Commander) read(ctx context.Context, run *source.Run) error {
	now := c.Source.Now()
	events, err := c.news.read(ctx, run, watched)
	if err != nil {
		return err
	}
	if c.left == nil {
		c.left, c.done = map[string]record.Event{}, map[string]time.Time{}
		c.relays, c.relayed = map[string]record.Event{}, map[string]time.Time{}
	}
	for _, e := range events {
		if _, done := c.done[apart(e)]; !done && slices.Contains(vocabulary.Dispositions, e.Kind) {
			c.left[apart(e)] = e
		}
		if commands.Relays(e) {
			c.relays[e.ID] = e
		}
		if of, is := commands.RelayOf(e); is {
			c.relayed[of] = now
		}
		c.book.Note(e)
	}
	return nil
}

// decide stores the commands that what was decided asks for.
func (c *Commander) decide(ctx context.Context, run *source.Run, p *plan.Plan) error {
	at := c.Source.Now()
	var decided []string
	about := map[string]bool{}
	for id, e := range c.left {
		if _, settled := c.fresh.settled(e, at, at); settled {
			decided, about[e.About()] = append(decided, id), true
		}
	}
	delete(about, "")
	targets := slices.Sorted(maps.Keys(about))
	of, err := run.EventsOf(ctx, p, targets)
	if err != nil {
		return err
	}
	now := at.UnixMilli()
	var store []record.Event
	for _, target := range targets {
		for _, e := range of[target] {
			c.book.Note(e) // what the line was told and acknowledged long ago, of a decision that came again
		}
		bySite := holds.BySite(of[target])
		for _, site := range slices.Sorted(maps.Keys(bySite)) {
			book := holds.Fold(bySite[site])
			for _, s := range book.Standings(now) {
				command, asked := commands.Of(s, book, now)
				if asked && s.Target == target && command.Site == site && !c.book.Has(command) {
					store = append(store, command.Event())
				}
			}
		}
	}
	if err := c.Ledger.StoreMany(ctx, store); err != nil {
		return err
	}
	for _, e := range store {
		c.book.Note(e)
	}
	for _, id := range decided {
		delete(c.left, id)
		c.done[id] = at
	}
	maps.DeleteFunc(c.done, func(_ string, told time.Time) bool { return at.Sub(told) > 2*dayBack })
	c.fresh.forget(at)
	return nil
}

// relay tells the line what people did to machines, which they told Cellthread alone: at least once, each with its event_id.
func (c *Commander) relay(ctx context.Context, p *plan.Plan) (told []record.Event, failed []error, err error) {
	at := c.Source.Now()
	for id, e := range c.relays {
		if _, done := c.relayed[id]; done {
			delete(c.relays, id)
			continue
		}
		if _, settled := c.fresh.settled(e, at, at); !settled {
			continue
		}
		topic, known := topicOf(p, e, e.Kind, at.UnixMilli())
		if known {
			if err := c.Publish(ctx, topic, commands.RelayPayload(e)); err != nil {
				return told, failed, fmt.Errorf("telling the line of %s: %w", id, err)
			}
			told = append(told, e)
			if err := c.Ledger.StoreMany(ctx, []record.Event{commands.Relayed(e, at.UnixMilli())}); err != nil {
				return told, failed, err
			}
		} else {
			failed = append(failed, fmt.Errorf("the plan has no machine of %s at station %s of site %s: the line is not told of %s", e.Equipment, e.Station, e.Site, id))
		}
		c.relayed[id] = at
		delete(c.relays, id)
	}
	maps.DeleteFunc(c.relayed, func(_ string, told time.Time) bool { return at.Sub(told) > 2*dayBack })
	return told, failed, nil
}

// topicsOf are where a command is read: at the machine where its target was held, and where nobody says at which, as of a lot or of an item
// that the MES names, at each line of the site that it may be on.
func topicsOf(p *plan.Plan, of commands.Command, nowMs int64) (out []topicAt) {
	ns := max(nowMs*1e6, p.Begin)
	lines := commands.LinesOf(p, of, ns)
	if len(lines) < 2 {
		if topic, known := topicOf(p, of.Event(), commands.Disposition, nowMs); known {
			return []topicAt{{topic: topic}}
		}
	}
	enterprise := p.Setting("enterprise", ns)
	if enterprise == "" {
		return nil
	}
	for _, line := range lines {
		out = append(out, topicAt{line.ID, commands.Topic(enterprise, of.Site, line.Area, line.ID, line.ID, commands.Disposition)})
	}
	return out
}

// topicAt is where something is read, and of which of several lines.
type topicAt struct{ line, topic string }

// topicOf is where the line of an event reads what: that of its machine, else of any machine of its station. Who decides hears of a proposal at
// any machine of the site.
func topicOf(p *plan.Plan, of record.Event, what string, nowMs int64) (string, bool) {
	ns := max(nowMs*1e6, p.Begin)
	machine, known := p.MachineFor(of.Site, of.Equipment, of.Station, ns)
	if all := p.EquipmentAt(of.Site, ns); !known && of.Kind == vocabulary.EventProposal && len(all) > 0 {
		machine, known = all[0], true
	}
	enterprise := p.Setting("enterprise", ns)
	if !known || enterprise == "" {
		return "", false
	}
	return commands.Topic(enterprise, of.Site, machine.Area, machine.Line, machine.ID, what), true
}
