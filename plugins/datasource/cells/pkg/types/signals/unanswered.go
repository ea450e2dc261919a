package signals

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/commands"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/waiting"
)

// unansweredKind: nobody answered in the time that the plan gives what was proposed, or what passed its rework, or a machine what it was asked
// for: a signal of all that is alike at a machine or characteristic, whose value is their number. It is over when they are answered, and at the
// latest after a week; of a machine when it answers the next time, and after an hour.
var unansweredKind = signalKind{Name: vocabulary.SignalUnanswered, Plant: findUnansweredAsked}

const (
	// answersBack is how far back is looked for what waits.
	answersBack = 7 * 24 * time.Hour
	// mostAsked are the newest items about which something waits that are looked up.
	mostAsked = 200
	// requestTold is how long it is told that a machine did not answer.
	requestTold = time.Hour
)

// toldWaits are those of vocabulary.Waits that are told: each is a rule of the same name. What is held is listed until somebody decides.
var toldWaits = []string{vocabulary.WaitPassedRework, vocabulary.WaitProposedDecision, vocabulary.WaitProposedChange}

func findUnansweredAsked(ctx context.Context, s *search) ([]signal, error) {
	to := s.Range.To
	if now := s.Now(); now.Before(to) {
		to = now
	}
	since := to.Add(-answersBack)
	over := source.Span{From: since.Add(-lineClock).UnixNano(), To: to.Add(lineClock).UnixNano()}
	asked, err := s.EventsStored(ctx, over, since.UnixMilli(), slices.Concat(waiting.Asking, vocabulary.RequestEvents))
	if source.DatabaseMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	asked = slices.DeleteFunc(asked, func(e record.Event) bool { return e.ReceivedMs > to.UnixMilli() })
	out := &unanswered{search: s, at: map[string]int{}}
	if err := out.decisions(ctx, asked, to); err != nil {
		return nil, err
	}
	return out.found, out.requests(ctx, asked, to)
}

// unanswered are signals by their labels.
type unanswered struct {
	*search
	found []signal
	at    map[string]int
}

// decisions adds what waits for people or the MES.
func (u *unanswered) decisions(ctx context.Context, asked []record.Event, to time.Time) error {
	events := slices.DeleteFunc(slices.Clone(asked), func(e record.Event) bool {
		return e.Kind == vocabulary.EventProposal || e.Kind == vocabulary.EventProof
	})
	about, err := u.EventsOf(ctx, u.plan, askedAbout(asked))
	if err != nil {
		return err
	}
	for _, of := range about {
		events = append(events, slices.DeleteFunc(of, func(e record.Event) bool { return e.ReceivedMs > to.UnixMilli() })...)
	}
	within := u.plan.AnswerWithin(to.UnixNano())
	for _, w := range waiting.Of(events, to.UnixMilli()) {
		if !slices.Contains(toldWaits, w.What) || w.SinceMs < to.Add(-answersBack).UnixMilli() || to.Sub(time.UnixMilli(w.SinceMs)) <= within[w.What] {
			continue
		}
		u.add(w.By, w.What, w.SinceMs)
	}
	return nil
}

// askedAbout are the items about which something was proposed, or that passed their rework, those of the newest.
func askedAbout(asked []record.Event) (items []string) {
	newest := map[string]int64{}
	for i := range asked {
		if e := &asked[i]; e.Kind == vocabulary.EventProposal || holds.IsReworkProof(e) && e.Disposition == vocabulary.ProofVerified {
			newest[e.About()] = max(newest[e.About()], e.ReceivedMs)
		}
	}
	delete(newest, "")
	items = slices.SortedFunc(maps.Keys(newest), func(a, b string) int { return cmp.Or(cmp.Compare(newest[b], newest[a]), cmp.Compare(a, b)) })
	return items[:min(len(items), mostAsked)]
}

// requests adds what machines did not answer that they were asked for, unless they answered something later.
func (u *unanswered) requests(ctx context.Context, asked []record.Event, to time.Time) error {
	since := to.Add(-requestTold)
	made := slices.DeleteFunc(asked, func(e record.Event) bool { return !commands.IsRequest(e) || e.ReceivedMs < since.UnixMilli() })
	if len(made) == 0 {
		return nil
	}
	told, err := u.Commands(ctx, source.Span{From: since.UnixNano(), To: to.UnixNano()}, source.Span{From: since.Add(-lineClock).UnixNano(), To: to.Add(lineClock).UnixNano()})
	if err != nil {
		return err
	}
	answered := map[[2]string]int64{} // when what a machine answered last was asked
	var left []record.Event
	for _, e := range holds.Distinct(made) {
		switch commands.AnswerTo(*e, told, to.UnixMilli()).State {
		case commands.Done, commands.Refused:
			answered[[2]string{e.Site, e.TargetID}] = e.ReceivedMs
		case commands.Unanswered, commands.NotAsked:
			left = append(left, *e)
		}
	}
	for _, e := range left {
		if e.ReceivedMs > answered[[2]string{e.Site, e.TargetID}] {
			u.add(e, vocabulary.SignalRuleRequest, e.ReceivedMs)
		}
	}
	return nil
}

// add counts something that waits since a moment (Unix ms). A machine that does not answer is told as a line that does not.
func (u *unanswered) add(of record.Event, rule string, sinceMs int64) {
	e := of.Whole()
	labels := map[string]string{
		"site": e.Site, "station": e.Station, "equipment": e.Equipment, "characteristic": e.Characteristic, "rule": rule, "disposition": notContained,
		"severity": severityOfDecision,
	}
	if rule == vocabulary.SignalRuleRequest && e.Characteristic == "" {
		labels["route"] = vocabulary.SignalKindRoute[vocabulary.SignalHoldUnanswered]
	}
	if rule == vocabulary.WaitProposedChange {
		labels["equipment"] = ""
	} else if m, known := u.plan.MachineFor(e.Site, e.Equipment, e.Station, max(sinceMs*1e6, u.plan.Begin)); known {
		labels["station"], labels["line"] = m.Station, m.Line
	}
	if !plan.Allowed(u.query.Stations, labels["station"]) {
		return
	}
	key := e.Site + "|" + labels["station"] + "|" + labels["equipment"] + "|" + e.Characteristic + "|" + rule
	i, known := u.at[key]
	if !known {
		i = len(u.found)
		u.at[key] = i
		u.found = append(u.found, signal{Labels: labels, Facts: began(sinceMs * 1e6)}) // what waits longest comes first
	}
	u.found[i].Value++
	if slices.Contains([]string{vocabulary.WaitPassedRework, vocabulary.WaitProposedDecision}, rule) {
		u.found[i].Facts.Cells = u.found[i].Value
	}
}
