package monitor

import (
	"math"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// levelOfSelf gives the distance of each stream's mean from its approved centre, in units of σ within. σ between lots does not
// average out over windows, for a lot lasts longer than they do.
func levelOfSelf(limits []spc.Model) func(Window) []Point {
	return ofEach(1, func(stream int, own summary.Step) Point {
		m := limits[stream]
		if m.Centre == nil || m.SigmaWithin == nil || !(*m.SigmaWithin > 0) {
			return noPoint
		}
		own = tamed(own, *m.SigmaWithin)
		p := Point{Y: own.Mean - *m.Centre, U: *m.SigmaWithin / math.Sqrt(float64(own.N)), N: own.N}
		if m.SigmaBetween != nil {
			p.Doubt = *m.SigmaBetween * *m.SigmaBetween / (p.U * p.U)
		}
		return p
	})
}

// spreadOfSelf gives the cube root of each stream's variance over σ within of its approved limits (Wilson and Hilferty 1931).
func spreadOfSelf(limits []spc.Model) func(Window) []Point {
	return ofEach(leastSpread, func(stream int, own summary.Step) Point {
		within := limits[stream].SigmaWithin
		if within == nil || !(*within > 0) {
			return noPoint
		}
		own = tamed(own, *within)
		f := float64(own.N - 1)
		return Point{Y: math.Cbrt(own.Variance()/(*within**within)) - 1 + 2/(9*f), U: math.Sqrt(2 / (9 * f)), N: own.N}
	})
}

// ofEach makes a point of each stream with at least so many items, without looking at the others.
func ofEach(least int, point func(stream int, own summary.Step) Point) func(Window) []Point {
	return func(w Window) []Point {
		out := make([]Point, len(w.Steps))
		for s, own := range w.Steps {
			out[s] = noPoint
			if own.N >= least {
				out[s] = point(s, own)
			}
		}
		return out
	}
}

// known is the reference of streams whose points are distances from approved limits in their own σ.
func known(streams int) Reference {
	return Reference{Centre: make([]float64, streams), Doubt: make([]float64, streams), Scale: 1}
}
