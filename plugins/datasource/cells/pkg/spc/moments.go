package spc

import (
	"math"
	"slices"
)

// Moments are number, mean and sum of squared deviations, two-pass with Björck's correction; NaN where N is 0.
type Moments struct {
	N        int
	Mean, SS float64
}

// MomentsOf takes the values that are neither NaN nor masked (mask may be nil).
func MomentsOf(values []float64, mask []bool) Moments {
	n, sum := 0, 0.0
	for i, x := range values {
		if x == x && !flag(mask, i) {
			sum += x
			n++
		}
	}
	if n == 0 {
		return Moments{0, math.NaN(), math.NaN()}
	}
	rough := sum / float64(n)
	rest, ss := 0.0, 0.0
	for i, x := range values {
		if x == x && !flag(mask, i) {
			d := x - rough
			rest += d
			ss += d * d
		}
	}
	return Moments{n, rough + rest/float64(n), math.Max(0, ss-rest*rest/float64(n))}
}

// SD is the sample standard deviation; NaN below two values.
func (m Moments) SD() float64 {
	if m.N < 2 {
		return math.NaN()
	}
	return math.Sqrt(m.SS / float64(m.N-1))
}

// presentValues copies what is neither NaN nor masked.
func presentValues(values []float64, mask []bool) []float64 {
	kept := make([]float64, 0, len(values))
	for i, x := range values {
		if x == x && !flag(mask, i) {
			kept = append(kept, x)
		}
	}
	return kept
}

// medianInPlace is the median (mean of the middle two for an even number), NaN when empty. It sorts what it is given.
func medianInPlace(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	slices.Sort(values)
	half := len(values) / 2
	if len(values)%2 == 1 {
		return values[half]
	}
	return 0.5 * (values[half-1] + values[half])
}

// movingRanges is the range of each span neighbouring values at the place of the last one. NaN where one of them is missing
// or excluded or a break lies between: a moving range never jumps over a hole.
func movingRanges(values []float64, breaks, excluded []bool, span int) []float64 {
	out := make([]float64, len(values))
	run := 0
	for i, x := range values {
		out[i] = math.NaN()
		if x != x || flag(excluded, i) {
			run = 0
			continue
		}
		run++
		if flag(breaks, i) {
			run = 1
		}
		if run < span {
			continue
		}
		low, high := x, x
		for _, y := range values[i-span+1 : i] {
			low, high = min(low, y), max(high, y)
		}
		out[i] = high - low
	}
	return out
}
