package main

import (
	"encoding/json"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
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
		w.Count(w.book, control.Visit{Stream: r.Stream, Ms: r.TimeMs}, func(name string) (float64, bool) {
			value, ok := r.Values[name]
			return value, ok
		})
	}
}

// told is one episode of one stream.
type told struct {
	What           string         `json:"what"`
	Against        string         `json:"against"`
	Characteristic string         `json:"characteristic"`
	Stream         summary.Stream `json:"stream"`
	SinceMs        int64          `json:"sinceMs"`
	FirstMs        int64          `json:"firstMs"`
	// EndMs is absent while it lasts.
	EndMs int64   `json:"endMs,omitempty"`
	Side  int     `json:"side"`
	Size  float64 `json:"size"`
	Items int     `json:"items"`
}

func (l *line) tell(o order, out *json.Encoder) error {
	for _, station := range l.stations {
		w := l.of[station]
		for _, name := range w.Characteristics() {
			for _, m := range control.Monitors(l.plan, station, name, l.ns, w.book.KeysOf(name)) {
				for _, t := range l.episodes(m, name, w.book, o) {
					if err := out.Encode(t); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// episodes are those of one monitor, as they would have been seen at the end of every window.
func (l *line) episodes(m monitor.Monitor, characteristic string, book *summary.Book, o order) (out []*told) {
	open := make([]*told, len(m.Keys))
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
					open[s].EndMs, open[s] = window.ToMs, nil
				case e != nil && open[s] == nil:
					open[s] = &told{
						What: m.What, Against: m.Against, Characteristic: characteristic, Stream: m.Keys[s].Stream,
						SinceMs: e.SinceMs, FirstMs: window.ToMs, Side: e.Side,
					}
					out = append(out, open[s])
				}
				if e != nil {
					open[s].Size, open[s].Items = e.Size, e.Items
				}
			}
		})
	}
	return out
}
