package main

import (
	"maps"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/control"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/monitor"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/watch"
)

// told is one cause, as people would have read it.
type told struct {
	What           string         `json:"what"`
	Against        string         `json:"against"`
	Route          string         `json:"route"`
	Characteristic string         `json:"characteristic"`
	Stream         summary.Stream `json:"stream"`
	Lot            string         `json:"lot,omitempty"`
	// Between are the streams of which one departs, where nothing says which.
	Between []summary.Stream `json:"between,omitempty"`
	SinceMs int64            `json:"sinceMs"`
	FirstMs int64            `json:"firstMs"`
	// EndMs is absent while it lasts.
	EndMs int64   `json:"endMs,omitempty"`
	Side  int     `json:"side"`
	Size  float64 `json:"size"`
	Items int     `json:"items"`

	cause monitor.Told
}

// times is when it was told.
func (t *told) times() control.Times {
	out := control.Times{From: t.FirstMs * 1e6, Until: math.MaxInt64}
	if t.EndMs > 0 {
		out.Until = t.EndMs * 1e6
	}
	return out
}

// departsAt is what people read of it at a moment.
func departsAt(ms int64, d monitor.Told, book *summary.Book) string {
	d.LastMs = ms
	return watch.EvidenceOf(d, book, ms).Departs
}

// label is what tells causes apart.
type label struct {
	summary.Key
	what string
}

// monitorKey is what tells monitors of a station apart.
type monitorKey struct {
	what, against string
	first         summary.Key
}

func keyOf(t monitor.Told) monitorKey { return monitorKey{t.What, t.Against, t.Keys[0]} }

// causes are what was told of the episodes of a station as they came and went.
func causes(sights []*sight) (out []*told) {
	moments := map[int64]bool{}
	for _, s := range sights {
		moments[s.fromMs], moments[s.endMs] = true, true
	}
	open := map[label]*told{}
	for _, at := range slices.Sorted(maps.Keys(moments)) {
		if at == math.MaxInt64 {
			break
		}
		var seen []monitor.Told
		by := map[monitorKey]*sight{}
		for _, s := range sights {
			if s.fromMs <= at {
				t := s.Told
				t.Over, t.LastMs = s.endMs <= at, s.endMs
				seen = append(seen, t)
				by[keyOf(t)] = s
			}
		}
		still := map[label]bool{}
		rest := func(of monitor.Told, parts []monitor.Told) []monitor.Episode {
			return by[keyOf(of)].rest(of, parts, at)
		}
		for _, d := range monitor.Causes(seen, rest) {
			of := label{d.Key, d.What}
			still[of] = true
			if before := open[of]; before != nil && d.SinceMs > before.FirstMs {
				// Told anew.
				before.EndMs = at
				delete(open, of)
			}
			if open[of] == nil {
				open[of] = &told{
					What: departsAt(at, d, by[keyOf(d)].book), Against: d.Against, Route: d.Route, Characteristic: d.Key.Characteristic,
					Stream: d.Key.Stream, Lot: d.Lot, SinceMs: d.SinceMs, FirstMs: at, Side: d.Side, Size: d.Size, Items: d.Items, cause: d,
				}
				if d.Apart() {
					for _, key := range d.Among() {
						open[of].Between = append(open[of].Between, key.Stream)
					}
				}
				out = append(out, open[of])
			}
		}
		for of, t := range open {
			if !still[of] {
				t.EndMs = at
				delete(open, of)
			}
		}
	}
	return out
}
