package main

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/vocabulary"
)

// seen are the cells of each place of a station, whatever the product.
type seen struct {
	cells map[summary.Key][]control.Cell
	items map[string]bool // that were judged
}

// add takes a visit that judged its item first.
func (s *seen) add(r row, w *watched) {
	if r.Verdict != vocabulary.VerdictOK && r.Verdict != vocabulary.VerdictNOK || s.items[r.Item] {
		return
	}
	if s.cells == nil {
		s.cells, s.items = map[summary.Key][]control.Cell{}, map[string]bool{}
	}
	s.items[r.Item] = true
	for name, value := range r.Values {
		if out, ok := w.Out(name, r.Stream, r.TimeMs, value); ok {
			at := summary.Key{Stream: r.Stream, Characteristic: name}
			at.Product = ""
			s.cells[at] = append(s.cells[at], control.Cell{Ns: r.TimeMs * 1e6, Out: out})
		}
	}
}

// several are the k of n that were told of a place beside these causes.
func (l *lines) several(w *watched, station string, causes []*told) (out []*told) {
	broken := control.BreaksOf(station, w.events)
	machines := map[summary.Key][]control.SeveralAt{}
	for _, key := range slices.SortedFunc(maps.Keys(w.seen.cells), byPlace) {
		row := l.plan.Characteristics.At(station, key.Characteristic, plan.Scope{Product: plan.Any}, l.ns)
		at := control.SeveralAt{Key: key, Cells: w.seen.cells[key]}
		for _, c := range causes {
			if c.Characteristic == key.Characteristic && c.Route == row.Text("route") && c.cause.Concerns(key.Stream) {
				at.Told = append(at.Told, c.times())
			}
		}
		if anew := broken.Of(monitor.Self, []summary.Stream{key.Stream}); anew != nil {
			at.Anew = anew[0]
		}
		machine := summary.Key{Stream: key.Machine(), Characteristic: key.Characteristic}
		machines[machine] = append(machines[machine], at)
	}
	for _, machine := range slices.SortedFunc(maps.Keys(machines), byPlace) {
		row := l.plan.Characteristics.At(station, machine.Characteristic, plan.Scope{Product: plan.Any}, l.ns)
		on, over, _ := control.SeveralOf(row).Causes(row.Text("route"), machines[machine], l.ToMs*1e6)
		for _, t := range slices.Concat(over, on) {
			out = append(out, severalTold(t))
		}
	}
	return out
}

func severalTold(t monitor.Told) *told {
	out := &told{What: t.What, Route: t.Route, Characteristic: t.Key.Characteristic, Stream: t.Key.Stream, SinceMs: t.SinceMs, FirstMs: t.Begins()}
	if t.Over {
		out.EndMs = t.LastMs
	}
	return out
}

func byPlace(a, b summary.Key) int {
	return cmp.Or(
		cmp.Compare(a.Site, b.Site), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Equipment, b.Equipment), cmp.Compare(a.Position, b.Position),
		cmp.Compare(a.Characteristic, b.Characteristic),
	)
}
