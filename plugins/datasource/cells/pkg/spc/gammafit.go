package spc

import "math"

// fitGamma: ln k − ψ(k) = ln x̄ − mean ln x, scale x̄/k (Choi & Wette 1969, Technometrics 11, 683–690). Positive values only.
func fitGamma(values []float64) (d Distribution, ok bool) {
	n, mean := float64(len(values)), 0.0
	for _, x := range values {
		mean += x
	}
	mean /= n
	logs, ok := logarithms(values, mean)
	if !ok || n < 2 || !spread(values) {
		return d, false
	}
	gap := 0.0
	for _, l := range logs {
		gap -= l / n
	}
	// ln k − ψ(k) falls from ∞ to 0 and lies between 1/(2k) and 1/k.
	shape := findRoot(func(k float64) float64 { return digammaLessLog(k) }, -gap, 0.4/gap, 1.1/gap)
	scale := mean / shape
	logGamma, _ := math.Lgamma(shape)
	d = Distribution{
		ID: "gamma", Parameters: []Parameter{{"shape", shape}, {"scale", scale}},
		CDF: func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return GammaCDF(x/scale, shape, false)
		},
		SF: func(x float64) float64 {
			if x <= 0 {
				return 1
			}
			return GammaCDF(x/scale, shape, true)
		},
		Quantile: func(p float64) float64 { return scale * GammaQuantile(p, shape) },
	}
	for _, x := range values {
		d.LogLikelihood += (shape-1)*math.Log(x/scale) - x/scale - logGamma - math.Log(scale)
	}
	return d, true
}

// digammaLessLog is ψ(k) − ln k by its series for large k (NIST DLMF 5.11.2), where the difference of the two would lose its
// digits, after as many steps of ψ(k + 1) = ψ(k) + 1/k as that takes. (gonum's Digamma holds ten digits only.)
func digammaLessLog(k float64) float64 {
	moved, steps := k, 0.0
	for ; moved < 20; moved++ {
		steps += 1 / moved
	}
	y := 1 / (moved * moved)
	return -1/(2*moved) - y*(1.0/12-y*(1.0/120-y*(1.0/252-y*(1.0/240-y/132)))) + math.Log(moved/k) - steps
}
