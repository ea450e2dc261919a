package spc

import "math"

// fitWeibull: shape k from Σxᵏ ln x/Σxᵏ − 1/k = mean ln x, scale (Σxᵏ/n)^(1/k) (NIST e-Handbook 8.4.1.2). Values are divided by
// their largest, so that xᵏ cannot overflow.
func fitWeibull(values []float64) (d Distribution, ok bool) {
	top, n := 0.0, float64(len(values))
	for _, x := range values {
		top = max(top, x)
	}
	logs, ok := logarithms(values, top)
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
	high := 1.0
	for equation(high) < 0 && high < 1e6 {
		high *= 2
	}
	shape, powers := findRoot(equation, 0, 1e-3, high), 0.0
	for _, l := range logs {
		powers += math.Exp(shape * l)
	}
	scale := top * math.Pow(powers/n, 1/shape)
	d = Distribution{
		ID: "weibull", Parameters: []Parameter{{"shape", shape}, {"scale", scale}},
		CDF: func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return -math.Expm1(-math.Pow(x/scale, shape))
		},
		SF: func(x float64) float64 {
			if x <= 0 {
				return 1
			}
			return math.Exp(-math.Pow(x/scale, shape))
		},
		LogSF: func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return -math.Pow(x/scale, shape)
		},
		Quantile: func(p float64) float64 { return scale * math.Pow(-math.Log1p(-p), 1/shape) },
	}
	// Σ (x/scale)ᵏ = n at the maximum.
	d.LogLikelihood = n * (math.Log(shape/scale) + (shape-1)*(meanLog+math.Log(top/scale)) - 1)
	return d, true
}
