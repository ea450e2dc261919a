package spc

import "math"

// limitFor is x of [low, high] where a run length reaches arl0; NaN where it lies outside. The upper end of the search doubles
// from 1, so that no run length beyond the range of numbers is asked for.
func limitFor(arl func(x float64) float64, arl0, low, high float64) float64 {
	if arl(low) > arl0 {
		return math.NaN()
	}
	reach := min(1, high)
	for arl(reach) < arl0 {
		if reach == high {
			return math.NaN()
		}
		reach = min(2*reach, high)
	}
	return findRoot(func(x float64) float64 { return math.Log(arl(x)) }, math.Log(arl0), low, reach)
}

// ShewhartLimitFor is the Shewhart limit k with in-control run length arl0: 2Φ(−k) = 1/ARL₀.
func ShewhartLimitFor(arl0 float64) float64 { return -NormalQuantile(1 / (2 * arl0)) }

// EWMALimitFor is L of an EWMA with in-control run length arl0; NaN where none of [10⁻⁴, 6.5] has it.
func EWMALimitFor(arl0, lambda float64) float64 {
	return limitFor(func(width float64) float64 { return EWMAARL(lambda, width, 0) }, arl0, 1e-4, 6.5)
}

// shewhartMargin is how far the Shewhart limit lies above L, so that both do a share of the work.
const shewhartMargin = 0.2

// EWMAShewhartLimitsFor are L of an EWMA and k of the Shewhart limit beside it that together have in-control run length arl0
// (L 4.0, k 4.2: about 13 000). NaN where no L of [10⁻⁴, 7] has it.
func EWMAShewhartLimitsFor(arl0, lambda float64) (width, shewhart float64) {
	width = limitFor(func(w float64) float64 { return EWMAShewhartARL(lambda, w, w+shewhartMargin, 0) }, arl0, 1e-4, 7)
	return width, width + shewhartMargin
}

// CUSUMLimitFor is h of a CUSUM with reference value k and in-control run length arl0; NaN where no h of [10⁻⁶, 120] has it:
// even without a decision interval runs last 1/(2Φ(−k)).
func CUSUMLimitFor(arl0, k float64) float64 {
	return limitFor(func(h float64) float64 {
		arl, _ := CUSUMARL(k, h, 0, 0)
		return arl
	}, arl0, 1e-6, 120)
}
