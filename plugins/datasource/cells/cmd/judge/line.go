package main

import (
	"encoding/json"
	"time"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/calendar"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/plan"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// line is what was measured of every characteristic.
type line struct {
	plan *plan.Plan
	ns   int64
	of   map[string][]*watched
	all  []*watched
}

type watched struct {
	station, characteristic string
	book                    *summary.Book
	specs                   map[string]standard
}

type standard struct {
	spec  spc.Spec
	gauge spc.Gauge
}

func newLine(p *plan.Plan, ns int64) *line {
	l := &line{plan: p, ns: ns, of: map[string][]*watched{}}
	for _, station := range p.StationsAt(ns) {
		for _, row := range p.MeasuredAt(station.Station, ns) {
			w := &watched{
				station: station.Station, characteristic: row.Characteristic,
				book: summary.NewBook(control.StepMs(row)), specs: map[string]standard{},
			}
			l.of[w.station] = append(l.of[w.station], w)
			l.all = append(l.all, w)
		}
	}
	return l
}

func (l *line) add(r row) {
	for _, w := range l.of[r.Station] {
		value, measured := r.Values[w.characteristic]
		if !measured {
			continue
		}
		held, known := w.specs[r.Product]
		if !known {
			row := l.plan.Characteristics.At(w.station, w.characteristic, plan.Scope{Product: r.Product}, l.ns)
			held = standard{control.SpecOf(row), control.GaugeOf(row)}
			w.specs[r.Product] = held
		}
		if held.gauge.Read(value) != spc.Measured {
			continue
		}
		w.book.Count(r.Stream, w.characteristic, r.TimeMs, value, held.spec.Beyond(value) != 0)
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

const learned = 7 * 24 * time.Hour

func (l *line) tell(o order, out *json.Encoder) error {
	for _, w := range l.all {
		for _, m := range control.Monitors(l.plan, w.station, w.characteristic, l.ns, w.book.Keys()) {
			days, err := l.days(m.Keys[0].Site, o.FromMs, o.ToMs)
			if err != nil {
				return err
			}
			for _, t := range episodes(m, w, days, o) {
				if err := out.Encode(t); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// days are the beginnings of the production days that a range touches, the next one's at the end.
func (l *line) days(site string, fromMs, toMs int64) ([]int64, error) {
	c, err := calendar.Parse(l.plan.Setting("calendar:"+site, l.ns))
	if err != nil {
		return nil, err
	}
	var out []int64
	for day := c.Day(time.UnixMilli(fromMs)); ; day = c.Day(day.To) {
		out = append(out, day.From.UnixMilli())
		if day.To.UnixMilli() >= toMs {
			return append(out, day.To.UnixMilli()), nil
		}
	}
}

// episodes are those of one monitor, as they would have been seen at the end of every window: each day is judged from the beginning
// of the day before it.
func episodes(m monitor.Monitor, w *watched, days []int64, o order) (out []*told) {
	open := make([]*told, len(m.Keys))
	for d := 0; d+1 < len(days); d++ {
		at := monitor.Stretch{
			FromMs: days[d] - learned.Milliseconds(), StartMs: days[max(0, d-1)], ToMs: min(days[d+1], o.ToMs), Cuts: days,
		}
		m.Follow(w.book, at, o.Alarm, func(window monitor.Window, all []monitor.Episode) {
			if window.ToMs <= days[d] {
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
						What: m.What, Against: m.Against, Characteristic: w.characteristic, Stream: m.Keys[s].Stream,
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
