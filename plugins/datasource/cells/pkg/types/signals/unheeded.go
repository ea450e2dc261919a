package signals

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// unheededKind: somebody decided by a message who may not: it is a note, and changed nothing. A signal a sender and kind of decision, whose
// value is how often, for a day after the last.
var unheededKind = signalKind{Name: vocabulary.SignalUnheeded, Plant: findUnheeded}

// storedWhole is how long after it was stored an event may lack what it says: a decision whose source is not seen yet is no note.
const storedWhole = 5 * time.Second

// decidedFor is how long is told what was decided in vain or differs.
const decidedFor = 24 * time.Hour

func findUnheeded(ctx context.Context, s *search) ([]signal, error) {
	notes, err := s.decisionsStored(ctx, append([]string{vocabulary.EventNote}, vocabulary.DecidingEvents...))
	if err != nil {
		return nil, err
	}
	seen := map[[2]string]bool{}
	at := map[[3]string]int{}
	var out []signal
	for _, e := range notes {
		saying := [2]string{e.ID, e.About()}
		if e.Asked == "" || e.ID != "" && seen[saying] || s.Now().Sub(time.UnixMilli(e.ReceivedMs)) < storedWhole {
			continue
		}
		seen[saying] = true
		sender := cmp.Or(e.Sender, e.Equipment)
		labels := map[string]string{"site": e.Site, "equipment": sender, "position": e.Asked, "rule": vocabulary.SignalRuleByMachine, "disposition": notContained}
		if e.Source == vocabulary.SourceMES {
			labels["rule"] = vocabulary.SignalRuleByMES
		}
		if m, known := s.plan.MachineFor(e.Site, sender, "", max(e.AtMs*1e6, s.plan.Begin)); known && m.ID == sender {
			labels["station"], labels["line"] = m.Station, m.Line
		}
		if !plan.Allowed(s.query.Stations, labels["station"]) {
			continue
		}
		of := [3]string{e.Site, sender, e.Asked}
		i, known := at[of]
		if !known {
			i = len(out)
			at[of] = i
			out = append(out, signal{Labels: labels, Facts: began(cmp.Or(e.ReceivedMs, e.AtMs) * 1e6)}) // the oldest comes first
		}
		out[i].Value++
	}
	return out, nil
}

// decisionsStored are the events of some kinds that were stored within the time that is told of, as readers take them, the oldest first.
func (s *search) decisionsStored(ctx context.Context, kinds []string) ([]record.Event, error) {
	to := s.Range.To
	if now := s.Now(); now.Before(to) {
		to = now
	}
	since := to.Add(-decidedFor)
	events, err := s.EventsStored(ctx, source.Span{From: since.Add(-lineClock).UnixNano(), To: to.Add(lineClock).UnixNano()}, since.UnixMilli(), kinds)
	if source.DatabaseMissing(err) {
		return nil, nil
	}
	events = slices.DeleteFunc(events, func(e record.Event) bool { return e.ReceivedMs > to.UnixMilli() })
	slices.SortFunc(events, func(a, b record.Event) int {
		return cmp.Or(cmp.Compare(a.ReceivedMs, b.ReceivedMs), cmp.Compare(a.ID, b.ID))
	})
	return events, err
}
