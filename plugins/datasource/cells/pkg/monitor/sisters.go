package monitor

import (
	"cmp"
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/spc"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

// leastSisters is the number of streams from which a median of the others says what all of them share.
const leastSisters = 4

const (
	// leastSpread is the number of items from which a spread is told.
	leastSpread = 3
	// waveringTail is how seldom a stream that spreads as its sisters do is taken for one that wavers, whose mean says little. How much it
	// spreads is only known from a few items, so that it may be unsure times as much.
	waveringTail, unsure = 0.05, 2
)

// levelOfSisters gives the mean of each stream minus the median of its sisters' means: what all share cancels. The variance of
// that, in units of the variance within a stream, is 1/n + (π/2)/N with N the items of all sisters. The mean of a stream that wavers is
// as uncertain as its own spread says: it is told by that, and under one name.
func levelOfSisters(w Window) []Point {
	return besideSisters(w, 1, func(s summary.Step) float64 { return s.Mean }, func(own summary.Step, away float64, o others) Point {
		one := 1.0
		if ratio := own.Variance() / (o.sigma * o.sigma); own.N >= leastSpread && ratio > wavering(own.N-1) {
			one = unsure * unsure * ratio
		}
		return Point{Y: away, N: own.N, U: math.Sqrt(one/float64(own.N) + medianLoss/float64(o.items))}
	})
}

// wavering is the variance with so many degrees of freedom, in units of the true one, beyond which a stream wavers: a quantile of χ²/f.
func wavering(freedom int) float64 {
	f := float64(freedom)
	return spc.ChiSquareUpperQuantile(waveringTail, f) / f
}

// spreadOfSisters gives the cube root of each stream's variance, which is nearly normal, minus the median of its sisters'. With f
// degrees of freedom its standard deviation is √(2/(9 f)) in units of the cube root of the true variance (Wilson and Hilferty 1931).
func spreadOfSisters(w Window) []Point {
	return besideSisters(w, leastSpread, cubeRoot, func(own summary.Step, away float64, o others) Point {
		f, g := float64(own.N-1), float64(o.items-o.streams)
		return Point{Y: away, N: own.N, U: math.Sqrt(2/(9*f) + medianLoss*2/(9*g))}
	})
}

func cubeRoot(s summary.Step) float64 { return math.Cbrt(s.Variance()) }

// others are a stream's sisters in a window; sigma is that of single values of all, NaN where it is not known.
type others struct {
	streams, items int
	sigma          float64
}

// besideSisters makes a point of each stream with at least so many items that has at least three sisters with so many, of how far it
// is away from their median.
func besideSisters(w Window, least int, of func(summary.Step) float64, point func(own summary.Step, away float64, o others) Point) []Point {
	out := make([]Point, len(w.Steps))
	ranked := make([]int, 0, len(w.Steps))
	values := make([]float64, len(w.Steps))
	items := 0
	sigma := sigmaOf(w.Steps)
	steps := tamedBySisters(w.Steps, sigma)
	for s, step := range steps {
		out[s] = noPoint
		if step.N >= least {
			ranked, values[s] = append(ranked, s), of(step)
			items += step.N
		}
	}
	if len(ranked) < leastSisters {
		return out
	}
	slices.SortFunc(ranked, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	for rank, s := range ranked {
		// The k-th of the others is the one after it from its own rank on.
		other := func(k int) float64 {
			if k >= rank {
				k++
			}
			return values[ranked[k]]
		}
		n := len(ranked) - 1
		median := (other((n-1)/2) + other(n/2)) / 2
		out[s] = point(steps[s], values[s]-median, others{n, items - steps[s].N, sigma})
	}
	return out
}
