package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// place is a station of a line: no line touches another.
type place struct{ line, station string }

func inOrder(a, b place) int {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.station, b.station))
}

// lines are what was measured at every station of all lines.
type lines struct {
	order
	plan *plan.Plan
	// ns is when the plan is asked.
	ns       int64
	stations []string
	// alike is what all runs have in common, nil until the first one is whole; now is the run that is shown.
	alike, now map[place]*watched
}

// watched is what was measured at a place.
type watched struct {
	*control.Counting
	book *summary.Book
	// before is the book without what begins when runs may differ, nil while nothing does.
	before *summary.Book
	// events are what was done at the place.
	events []control.MachineEvent
	// seen are its cells, where k of n is told.
	seen seen
	// followed is how far monitors were followed in what all runs have in common.
	followed []followed
}

func newLines(p *plan.Plan, o order) *lines {
	l := &lines{order: o, plan: p, ns: o.FromMs * 1e6, now: map[place]*watched{}}
	for _, row := range p.StationsAt(l.ns) {
		l.stations = append(l.stations, row.Station)
	}
	return l
}

func (l *lines) add(r row) {
	at := place{r.Line, r.Station}
	w := l.now[at]
	if w == nil {
		if w = l.begin(at); w == nil {
			return
		}
		l.now[at] = w
	}
	if w.before == nil && r.TimeMs >= l.AlikeMs {
		w.before = copyOf(w.book)
	}
	if r.Event != "" {
		w.events = append(w.events, r.done())
		return
	}
	lot := func(column string) string {
		if material, is := strings.CutPrefix(column, visit.LotPrefix); is {
			return r.Lots[material]
		}
		return r.Item
	}
	if l.Several {
		w.seen.add(r, w)
	}
	w.Count(w.book, control.Visit{Stream: r.Stream, Ms: r.TimeMs, Verdict: r.Verdict, Lot: lot}, func(name string) (float64, bool) {
		value, ok := r.Values[name]
		return value, ok
	})
}

// begin is what is known of a place when a run begins there; nil where the plan has no such station.
func (l *lines) begin(at place) *watched {
	if before := l.alike[at]; before != nil {
		return &watched{Counting: before.Counting, book: copyOf(before.before), before: before.before, events: l.early(before.events), followed: before.followed}
	}
	if !slices.Contains(l.stations, at.station) {
		return nil
	}
	book := summary.NewBook(control.StepMs(l.plan, at.station, l.ns))
	return &watched{Counting: control.NewCounting(l.plan, at.station, l.ns), book: book}
}

// early are the events that all runs have in common.
func (l *lines) early(events []control.MachineEvent) []control.MachineEvent {
	return slices.DeleteFunc(slices.Clone(events), func(e control.MachineEvent) bool { return e.AtNs >= l.AlikeMs*1e6 })
}

// done is what an event did, and where.
func (r row) done() control.MachineEvent {
	says := map[string]string{
		"site": r.Site, "station": r.Station, "equipment": r.Equipment, "position": r.Position, "target_type": r.TargetType, "target_id": r.TargetID,
	}
	return control.MachineEventOf(r.TimeMs*1e6, func(name string) string { return says[name] })
}

func copyOf(b *summary.Book) *summary.Book {
	out := summary.NewBook(b.LengthMs)
	out.Replace(0, math.MaxInt64, b)
	return out
}

// tell is what would have been told in the run that was shown, a station after the other, by limits so many times as far as the
// plan's; the next one begins.
func (l *lines) tell(limits float64) (out []*told) {
	for _, station := range l.stations {
		var sights []*sight
		for _, at := range slices.SortedFunc(maps.Keys(l.now), inOrder) {
			if at.station == station {
				sights = append(sights, l.sights(l.now[at], station, limits)...)
			}
		}
		found := causes(sights)
		out = append(out, found...)
		for _, at := range slices.SortedFunc(maps.Keys(l.now), inOrder) {
			if at.station == station {
				out = append(out, l.several(l.now[at], station, found)...)
			}
		}
	}
	if l.alike == nil {
		l.alike = l.now
		for _, w := range l.alike {
			if w.before == nil {
				w.before = w.book
			}
		}
	}
	l.now = map[place]*watched{}
	return out
}
