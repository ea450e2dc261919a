package main

import (
	"encoding/json"
	"math"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/visit"
)

// line is what was measured at every station.
type line struct {
	plan     *plan.Plan
	ns       int64
	stations []string
	of       map[string]*watched
}

type watched struct {
	*control.Counting
	book *summary.Book
}

func newLine(p *plan.Plan, ns int64) *line {
	l := &line{plan: p, ns: ns, of: map[string]*watched{}}
	for _, row := range p.StationsAt(ns) {
		l.stations = append(l.stations, row.Station)
		l.of[row.Station] = &watched{control.NewCounting(p, row.Station, ns), summary.NewBook(control.StepMs(p, row.Station, ns))}
	}
	return l
}

func (l *line) add(r row) {
	if w := l.of[r.Station]; w != nil {
		lot := func(column string) string {
			if material, is := strings.CutPrefix(column, visit.LotPrefix); is {
				return r.Lots[material]
			}
			return r.Item
		}
		w.Count(w.book, control.Visit{Stream: r.Stream, Ms: r.TimeMs, Verdict: r.Verdict, Lot: lot}, func(name string) (float64, bool) {
			value, ok := r.Values[name]
			return value, ok
		})
	}
}

// tell writes what would have been told, a station after the other.
func (l *line) tell(o order, out *json.Encoder) error {
	for _, station := range l.stations {
		w := l.of[station]
		var sights []*sight
		for _, name := range w.Watched() {
			for _, m := range control.Monitors(l.plan, station, name, l.ns, w.book.KeysOf(name)) {
				sights = append(sights, l.sightsOf(m, w.book, o)...)
			}
		}
		for _, t := range l.causes(sights) {
			if err := out.Encode(t); err != nil {
				return err
			}
		}
	}
	return nil
}

// sight is an episode of a monitor, from when it was seen until it was over.
type sight struct {
	monitor.Told
	fromMs, endMs int64
}

// sightsOf are those of one monitor, as they would have been seen at the end of every window.
func (l *line) sightsOf(m monitor.Monitor, book *summary.Book, o order) (out []*sight) {
	open := make([]*sight, len(m.Keys))
	for from := o.FromMs; from < o.ToMs; {
		at, day := control.StretchAt(l.plan, m.Keys[0].Site, from)
		today := day.From.UnixMilli()
		from = day.To.UnixMilli()
		at.ToMs = min(o.ToMs, from)
		m.Follow(book, at, control.AlarmOf(l.plan, m.Route, l.ns), func(window monitor.Window, all []monitor.Episode) {
			if window.ToMs <= today {
				return
			}
			on := make([]*monitor.Episode, len(open))
			for i, e := range all {
				if !e.Over && m.Signals(e.Side) {
					on[e.Stream] = &all[i]
				}
			}
			for s, e := range on {
				switch {
				case e == nil && open[s] != nil:
					open[s].endMs, open[s] = window.ToMs, nil
				case e != nil && open[s] == nil:
					open[s] = &sight{control.ToldOf(l.plan, m, *e, l.ns), window.ToMs, math.MaxInt64}
					out = append(out, open[s])
				}
				if e != nil {
					open[s].Episode = *e
				}
			}
		})
	}
	return out
}
