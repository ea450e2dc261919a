package spc

import "math"

// fitGamma: ln k − ψ(k) = ln x̄ − mean ln x, scale x̄/k (Choi & Wette 1969, Technometrics 11, 683–690). Positive values only.
func fitGamma(values []float64) (d Distribution, ok bool) {
	n, mean := float64(len(values)), 0.0
	for _, x := range values {
		mean += x
	}
	mean /= n
	_, ok = logarithms(values, mean)
	if !ok || n < 2 || !spread(values) {
		return d, false
	}
	// ln x̄ − mean ln x: departures from the mean add up to 0 and drop out, so that values close together keep their digits.
	gap := 0.0
	for _, x := range values {
		gap += lessLog1p((x-mean)/mean) / n
	}
	// ln k − ψ(k) falls from ∞ to 0 and lies between 1/(2k) and 1/k.
	shape := findRoot(digammaLessLog, -gap, 0.4/gap, 1.1/gap)
	scale := mean / shape
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
	d.LogLikelihood = n * (stirlingRest(shape) - (shape-1)*gap - math.Log(mean))
	return d, true
}
