package spc

import "math"

// ExpectedOutOfSpec is what a normal process leaves outside the spec limits; a missing side counts 0, NaN without σ.
func ExpectedOutOfSpec(mean, sigma float64, spec Spec) OutOfSpec {
	var out OutOfSpec
	share := func(beyond float64) float64 {
		switch {
		case sigma > 0:
			return 1e6 * NormalSF(beyond/sigma)
		case sigma != sigma:
			return sigma
		case beyond < 0:
			return 1e6
		}
		return 0
	}
	if spec.LSL != nil {
		out.Below = share(mean - *spec.LSL)
	}
	if spec.USL != nil {
		out.Above = share(*spec.USL - mean)
	}
	out.Total = out.Below + out.Above
	return out
}

// observedOutOfSpec counts strictly outside the spec limits.
func observedOutOfSpec(values []float64, mask []bool, spec Spec) OutOfSpec {
	lsl, usl := spec.bounds()
	n, below, above := 0.0, 0.0, 0.0
	for i, x := range values {
		if x != x || flag(mask, i) {
			continue
		}
		n++
		if x < lsl {
			below++
		}
		if x > usl {
			above++
		}
	}
	return OutOfSpec{1e6 * below / n, 1e6 * above / n, 1e6 * (below + above) / n}
}

// zBench is the z whose upper tail holds all that is outside; NaN where nothing (or all) is.
func (o OutOfSpec) zBench() float64 {
	// Below 1e-300 a share has lost its digits.
	if p := o.Total / 1e6; p > 1e-300 && p < 1 {
		return -NormalQuantile(p)
	}
	return math.NaN()
}
