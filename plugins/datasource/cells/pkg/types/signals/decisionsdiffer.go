package signals

import (
	"context"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/holds"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/record"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// decisionsDifferKind: where the MES decides, it let something go on that is held here since before it did, or decided otherwise than a
// person had proposed: a signal of each a machine, whose value is the number of items, for a day after the decision.
var decisionsDifferKind = signalKind{Name: vocabulary.SignalDecisionsDiffer, Plant: findDiffering}

// mostDiffering are the newest decisions that are compared with what is held.
const mostDiffering = 1000

// lettingGo are the kinds of decisions after which an item goes on.
var lettingGo = []string{vocabulary.EventRelease, vocabulary.EventUseAsIs, vocabulary.EventDowngrade}

func findDiffering(ctx context.Context, s *search) ([]signal, error) {
	if by := s.plan.DecisionsBy(s.Now().UnixMilli()); by != plan.DecisionsByMES && by != plan.DecisionsByBoth {
		return nil, nil
	}
	events, err := s.decisionsStored(ctx, append([]string{vocabulary.EventProposal}, vocabulary.Dispositions...))
	if err != nil {
		return nil, err
	}
	newest := map[string]record.Event{} // the newest decision of the MES by target
	proposed := map[string]record.Event{}
	for _, e := range events {
		switch {
		case e.Kind == vocabulary.EventProposal:
			proposed[e.About()] = e
			delete(newest, e.About()) // it was decided before
		case e.Source == vocabulary.SourceMES && e.Kind != vocabulary.EventHold:
			newest[e.About()] = e
		}
	}
	delete(newest, "")
	out := &differences{search: s, at: map[[3]string]int{}}
	var free []string
	for _, e := range events {
		target := e.About()
		if last, decided := newest[target]; !decided || last.ID != e.ID {
			continue
		}
		if of, is := proposed[target]; is && of.Disposition != e.Kind {
			out.add(e, of, vocabulary.SignalRuleProposedOtherwise)
		} else if slices.Contains(lettingGo, e.Kind) {
			free = append(free, target)
		}
		delete(proposed, target)
	}
	free = free[max(0, len(free)-mostDiffering):]
	about, err := s.EventsOf(ctx, s.plan, free)
	if err != nil {
		return nil, err
	}
	for _, target := range free {
		for _, h := range holds.Fold(about[target]).Holds() {
			if h.Open(s.Now().UnixMilli()) && h.Said[0].ReceivedMs <= newest[target].ReceivedMs {
				out.add(newest[target], *h.Said[0], vocabulary.SignalRuleStillHeld)
				break
			}
		}
	}
	return out.found, nil
}

// differences are signals by machine and rule.
type differences struct {
	*search
	found []signal
	at    map[[3]string]int
}

// add counts an item about which the MES decided, and what here is otherwise.
func (d *differences) add(decision, here record.Event, rule string) {
	labels := map[string]string{"site": here.Site, "station": here.Station, "equipment": here.Equipment, "rule": rule, "disposition": notContained}
	if m, known := d.plan.MachineFor(here.Site, here.Equipment, here.Station, max(here.AtMs*1e6, d.plan.Begin)); known {
		labels["station"], labels["line"], labels["equipment"] = m.Station, m.Line, m.ID
	}
	if !plan.Allowed(d.query.Stations, labels["station"]) {
		return
	}
	of := [3]string{here.Site, labels["equipment"] + "|" + labels["station"], rule}
	i, known := d.at[of]
	if !known {
		i = len(d.found)
		d.at[of] = i
		d.found = append(d.found, signal{Labels: labels, Facts: began(decision.ReceivedMs * 1e6)})
	}
	d.found[i].Value++
	d.found[i].Facts.Cells = d.found[i].Value
}
