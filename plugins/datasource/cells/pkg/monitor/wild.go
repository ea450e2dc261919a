package monitor

import (
	"math"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
)

const (
	// wild is how many σ a single value lies off that is no part of what the others do.
	wild = 6
	// leastOthers are the fewest values that tell by themselves what σ is.
	leastOthers = 20
)

// tamed is a step without its farthest value where that is wild for the σ of single values: one value is no level and no spread.
func tamed(s summary.Step, sigma float64) summary.Step {
	if s.N > 1 && math.Abs(s.Far) > wild*sigma {
		return s.Without()
	}
	return s
}

// tamedByItself is a step without its farthest value where that is wild for the others.
func tamedByItself(s summary.Step) summary.Step {
	if s.N < leastOthers {
		return s
	}
	return tamed(s, math.Sqrt(s.Without().Variance()))
}

// tamedBySisters are steps each without its farthest value where that is wild for the σ of single values; as they are where that is
// not known (NaN).
func tamedBySisters(steps []summary.Step, sigma float64) []summary.Step {
	if !slices.ContainsFunc(steps, func(s summary.Step) bool { return math.Abs(s.Far) > wild*sigma }) {
		return steps
	}
	out := make([]summary.Step, len(steps))
	for i, s := range steps {
		out[i] = tamed(s, sigma)
	}
	return out
}

// sigmaOf is the median σ of single values of parallel streams, each as if its σ were the median of what so many items show of it (the
// cube of Wilson and Hilferty's centre, 1931); NaN where fewer than four of them tell.
func sigmaOf(steps []summary.Step) float64 {
	sigmas := make([]float64, 0, len(steps))
	for _, s := range steps {
		if s.N >= leastSpread {
			centre := 1 - 2/(9*float64(s.N-1))
			sigmas = append(sigmas, math.Sqrt(s.Variance()/(centre*centre*centre)))
		}
	}
	if len(sigmas) < leastSisters {
		return math.NaN()
	}
	return MedianOf(sigmas)
}

// Tamed are steps of parallel streams, each without its farthest value where that is wild for the σ of single values of all; where too few
// tell that, for the others of its own.
func Tamed(steps []summary.Step) []summary.Step {
	if sigma := sigmaOf(steps); !math.IsNaN(sigma) {
		return tamedBySisters(steps, sigma)
	}
	out := make([]summary.Step, len(steps))
	for i, s := range steps {
		out[i] = tamedByItself(s)
	}
	return out
}
