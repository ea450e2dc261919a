package monitor

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// Gauge is what the plan says of what measures: what it is called, the known value of a master part, and how far readings of it lie
// apart (standard deviation); NaN where it does not say.
type Gauge struct {
	Name         string
	Known, Sigma float64
}

// leastMasters are the fewest readings before that say what a master part reads, where the plan says how far they lie apart.
const leastMasters = 3

// windowsOfReadings makes a window of each step in which something was read: readings are hours apart, and single.
func windowsOfReadings(book *summary.Book, key summary.Key, from, to int64) (out []Window) {
	for step := range book.Steps(key).Between(from, to).All() {
		out = append(out, Window{FromMs: step.Begin, ToMs: step.Begin + book.LengthMs, Steps: []summary.Step{step}})
	}
	return out
}

func levelOfMaster(g Gauge) func(Window) []Point {
	sigma := 1.0
	if g.Sigma > 0 {
		sigma = g.Sigma
	}
	return ofEach(1, func(_ int, own summary.Step) Point {
		return Point{Y: own.Mean, U: sigma / math.Sqrt(float64(own.N)), N: own.N}
	})
}

// referenceOfMaster takes the centre from the plan, else the median of the readings before; their spread from the plan, or, where the
// part's value is not known, from the readings where those scatter more than it says: that is no drift. Where the plan says nothing of
// it, how far the next one may lie is told by Student's t. What was read while the gauge was off is not learned from.
func referenceOfMaster(g Gauge) func(rows [][]Point, streams int) (Reference, bool) {
	return func(rows [][]Point, _ int) (Reference, bool) {
		r := Reference{Centre: []float64{g.Known}, Doubt: []float64{0}, Scale: 1}
		known := !math.IsNaN(g.Known)
		if known && g.Sigma > 0 {
			return r, true
		}
		var read weighed
		var ys []float64
		for _, row := range rows {
			if p := row[0]; p.There() && p.In == outside {
				read.add(p)
				ys = append(ys, p.Y)
			}
		}
		if !known {
			if len(ys) < leastMasters {
				return r, false
			}
			r.Centre[0], r.Doubt[0] = MedianOf(ys), medianLoss/float64(len(ys))
		}
		scale := math.Sqrt(read.squares / float64(read.n-1))
		switch {
		case !(g.Sigma > 0):
			r.Scale, r.Freedom = scale, float64(read.n-1)
			return r, read.n >= leastLots && scale > 0
		case scale > 1:
			r.Scale, r.Freedom = scale, float64(read.n-1)
		}
		return r, true
	}
}

// Reading is what a gauge reads of a master part, and what it should: in units of the characteristic, and how far that is off in σ.
type Reading struct{ Now, Usual, Off float64 }

// Newest is the newest reading in a stretch, held against those before it of which an alarm told nothing; ok is false where there is none, or
// nothing to hold it against.
func (m Monitor) Newest(book *summary.Book, at Stretch, alarm Alarm) (r Reading, ok bool) {
	windows := m.windows(book, at)
	if len(windows) == 0 {
		return r, false
	}
	last := len(windows) - 1
	c := m.course(Alarm{Lambda: 1, Width: math.Inf(1), Shewhart: math.Inf(1)})
	f, before := m.followed(at, alarm), m.start(windows, at)
	f.through(windows, before, nil)
	if before < enoughBefore {
		before = last
	}
	c.learn(windows[:before], tellingOf(slices.Concat(f.past, f.all)))
	c.turn(windows[last])
	v, ok := c.judge(0)
	return Reading{v.Now, v.Usual, math.Copysign(v.Size, v.Now-v.Usual)}, ok
}
