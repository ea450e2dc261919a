package monitor

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// leastSisters is the number of streams from which a median of the others says what all of them share.
const leastSisters = 4

// levelOfSisters gives the mean of each stream minus the median of its sisters' means: what all share cancels. The variance of
// that, in units of the variance within a stream, is 1/n + (π/2)/N with N the items of all sisters.
func levelOfSisters(w Window) []Point {
	return besideSisters(w, 1, func(s summary.Step) float64 { return s.Mean }, func(own summary.Step, others []float64, items int) Point {
		return Point{
			Y: own.Mean - MedianOf(others), N: own.N,
			U: math.Sqrt(1/float64(own.N) + medianLoss/float64(items)),
		}
	})
}

// spreadOfSisters gives the cube root of each stream's variance, which is nearly normal, minus the median of its sisters'. With f
// degrees of freedom its standard deviation is √(2/(9 f)) in units of the cube root of the true variance (Wilson and Hilferty 1931).
func spreadOfSisters(w Window) []Point {
	return besideSisters(w, 3, cubeRoot, func(own summary.Step, others []float64, items int) Point {
		f, g := float64(own.N-1), float64(items-len(others))
		return Point{Y: cubeRoot(own) - MedianOf(others), U: math.Sqrt(2/(9*f) + medianLoss*2/(9*g)), N: own.N}
	})
}

func cubeRoot(s summary.Step) float64 { return math.Cbrt(s.Variance()) }

// besideSisters makes a point of each stream with at least so many items that has at least three sisters with so many.
func besideSisters(w Window, least int, of func(summary.Step) float64, point func(own summary.Step, others []float64, items int) Point) []Point {
	out := make([]Point, len(w.Steps))
	others := make([]float64, 0, len(w.Steps))
	for s, own := range w.Steps {
		out[s] = noPoint
		if own.N < least {
			continue
		}
		others = others[:0]
		items := 0
		for o, sister := range w.Steps {
			if o != s && sister.N >= least {
				others = append(others, of(sister))
				items += sister.N
			}
		}
		if len(others) >= leastSisters-1 {
			out[s] = point(own, slices.Clone(others), items)
		}
	}
	return out
}
