package spc

import "math"

// LagAutocorrelation is Σ(xᵢ − x̄)(xᵢ₋ₖ − x̄)/Σ(xᵢ − x̄)² (Box, Jenkins & Reinsel, Time Series Analysis, 4th ed., eq. 2.1.12; NIST
// e-Handbook 1.3.5.12). Pairs over a missing or excluded point or a break do not count. NaN without spread or pairs.
func LagAutocorrelation(values []float64, lag int, breaks, excluded []bool) float64 {
	m := MomentsOf(values, excluded)
	if m.N <= lag || !(m.SS > 0) {
		return math.NaN()
	}
	sum, run, pairs := 0.0, 0, 0
	for i, x := range values {
		if x != x || flag(excluded, i) {
			run = 0
			continue
		}
		run++
		if flag(breaks, i) {
			run = 1
		}
		if run > lag {
			sum += (x - m.Mean) * (values[i-lag] - m.Mean)
			pairs++
		}
	}
	if pairs == 0 {
		return math.NaN()
	}
	return sum / m.SS
}
