package spc

import "math"

// fitGamma: ln k − ψ(k) = ln x̄ − mean ln x, scale x̄/k (Choi & Wette 1969, Technometrics 11, 683–690). Positive values only.
func fitGamma(values []float64) (d Distribution, ok bool) {
	n, mean := float64(len(values)), MomentsOf(values, nil).Mean
	_, ok = logRatios(values, mean)
	if !ok || n < 2 || !spread(values) {
		return d, false
	}
	departure := func(x float64) float64 { return (x - mean) / mean }
	// ln x̄ − mean ln x: departures from the mean add up to 0 and drop out, so that values close together keep their digits.
	gap := 0.0
	for _, x := range values {
		gap += lessLog1p(departure(x), x/mean)
	}
	gap /= n
	// ln k − ψ(k) falls from ∞ to 0 and lies between 1/(2k) and 1/k.
	shape := findRoot(digammaLessLog, -gap, 0.4/gap, 1.1/gap)
	scale := mean / shape
	d = Distribution{
		ID: "gamma", Parameters: []Parameter{{"shape", shape}, {"scale", scale}},
		CDF: func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return gammaCDFAt(departure(x), x/mean, shape, false)
		},
		SF: func(x float64) float64 {
			if x <= 0 {
				return 1
			}
			return gammaCDFAt(departure(x), x/mean, shape, true)
		},
		Quantile: func(p float64) float64 { return fromLogRatio(gammaLogQuantile(p, shape, false), mean) },
	}
	d.LogLikelihood = n * (stirlingRest(shape) - (shape-1)*gap - math.Log(mean))
	return d, true
}
