package signals

import (
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// causeLabels are those that the signals of single cells have together where one machine, or line, is their cause.
var causeLabels = []string{"site", "line", "station", "equipment", "kind", "rule", "route", "disposition", "severity"}

// counted tells that an alert rule gets the number of its cells by machine or line: people are told of causes.
func (k signalKind) counted() bool { return slices.Contains(vocabulary.CountedSignals, k.Name) }

// counted puts one signal of a machine, or of a line where no machine is known, in the place of those of its cells: its value is the
// number of cells. Of a kind that is daily business in single cells, as a camera that sorts out, there is one from the plan's k of n on.
func (s *search) counted(kind signalKind, found []signal) []signal {
	names := causeLabels
	if s.query.PerMachine {
		names = append(slices.Clone(causeLabels), "characteristic")
	}
	causes := map[string]int{}
	cells := map[string]bool{}
	var out []signal
	for _, of := range found {
		labels := map[string]string{}
		key := ""
		for _, name := range names {
			if of.Labels[name] != "" {
				labels[name] = of.Labels[name]
			}
			key += of.Labels[name] + "\x00"
		}
		i, known := causes[key]
		if !known {
			i = len(out)
			causes[key] = i
			out = append(out, signal{Labels: labels})
		}
		switch cell := of.Labels[visit.IDColumn]; {
		case cell == "": // a number already
			out[i].Value += of.Value
		case !cells[key+cell]:
			cells[key+cell] = true
			out[i].Value++
		}
	}
	for i := range out {
		out[i].Facts = counting(out[i].Value)
	}
	if !slices.Contains(vocabulary.SeveralSignals, kind.Name) {
		return out
	}
	return slices.DeleteFunc(out, func(of signal) bool {
		return of.Value < float64(control.SeveralOf(s.plan.StationRow(of.Labels["station"], s.Range.To.UnixNano())).K)
	})
}

// counting are the facts of so many cells, of which nothing else is known.
func counting(cells float64) *facts {
	f := noFacts
	f.Cells = cells
	return &f
}
