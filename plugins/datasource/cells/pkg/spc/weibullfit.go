package spc

import "math"

// fitWeibull: shape k from Σxᵏ ln x/Σxᵏ − 1/k = mean ln x, scale (Σxᵏ/n)^(1/k) (NIST e-Handbook 8.4.1.2). Values are divided by
// their largest, so that xᵏ cannot overflow.
func fitWeibull(values []float64) (d Distribution, ok bool) {
	top, n := 0.0, float64(len(values))
	for _, x := range values {
		top = max(top, x)
	}
	logs, ok := logRatios(values, top)
	if !ok || n < 2 || !spread(values) {
		return d, false
	}
	meanLog := 0.0
	for _, l := range logs {
		meanLog += l
	}
	meanLog /= n
	equation := func(k float64) float64 {
		weights, sum := 0.0, 0.0
		for _, l := range logs {
			w := math.Exp(k * l)
			weights += w
			sum += w * l
		}
		return sum/weights - 1/k - meanLog
	}
	// The equation rises to −mean ln x, which is above 0 but for rounding; numbers next to each other have k near 10¹⁶.
	high := 1.0
	for equation(high) < 0 && high < 1e18 {
		high *= 2
	}
	shape, powers := findRoot(equation, 0, 1e-3, high), 0.0
	for _, l := range logs {
		powers += math.Exp(shape * l)
	}
	logScale := math.Log(powers/n) / shape
	scale := fromLogRatio(logScale, top)
	// logPower is ln (x/scale)ᵏ.
	logPower := func(x float64) float64 {
		if x <= 0 {
			return math.Inf(-1)
		}
		return shape * (logRatio(x, top) - logScale)
	}
	power := func(x float64) float64 { return math.Exp(logPower(x)) }
	d = Distribution{
		ID: "weibull", Parameters: []Parameter{{"shape", shape}, {"scale", scale}},
		CDF: func(x float64) float64 { return -math.Expm1(-power(x)) },
		SF:  func(x float64) float64 { return math.Exp(-power(x)) },
		LogCDF: func(x float64) float64 {
			// 1 − e⁻ʷ is w where w is small.
			if w := logPower(x); w < -40 {
				return w
			}
			return math.Log(-math.Expm1(-power(x)))
		},
		LogSF:    func(x float64) float64 { return -power(x) },
		Quantile: func(p float64) float64 { return fromLogRatio(logScale+math.Log(-math.Log1p(-p))/shape, top) },
	}
	// Σ (x/scale)ᵏ = n at the maximum.
	d.LogLikelihood = n * (math.Log(shape/scale) + (shape-1)*(meanLog-logScale) - 1)
	return d, true
}
