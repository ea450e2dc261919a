package monitor

import (
	"math"

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

// tamedBySisters are steps each without its farthest value where that is wild for the median σ of all; as they are where fewer than
// four of them tell.
func tamedBySisters(steps []summary.Step) []summary.Step {
	var sigmas []float64
	farthest := 0.0
	for _, s := range steps {
		if s.N >= leastSpread {
			sigmas = append(sigmas, math.Sqrt(s.Variance()))
			farthest = max(farthest, math.Abs(s.Far))
		}
	}
	if len(sigmas) < leastSisters {
		return steps
	}
	sigma := MedianOf(sigmas)
	if farthest <= wild*sigma {
		return steps
	}
	out := make([]summary.Step, len(steps))
	for i, s := range steps {
		out[i] = tamed(s, sigma)
	}
	return out
}
