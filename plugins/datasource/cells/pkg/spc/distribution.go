package spc

import "math"

// Distribution is a distribution with its fitted parameters.
type Distribution struct {
	ID            string
	Parameters    []Parameter
	LogLikelihood float64
	CDF           func(x float64) float64
	// SF is 1 − CDF, with the digits of the upper tail.
	SF       func(x float64) float64
	Quantile func(p float64) float64
}

// Parameter of a distribution.
type Parameter struct {
	Name  string
	Value float64
}

// Distributions are all that can be fitted, by maximum likelihood, to present values; ok is false where the values cannot
// follow it (too few, all equal, out of support).
var Distributions = []func(values []float64) (d Distribution, ok bool){fitNormal, fitLognormal, fitFolded, fitWeibull, fitGamma}

// Capability are the percentile indices with the quantiles of the distribution, and its ppm outside the spec limits.
func (d Distribution) Capability(spec Spec) (c PercentileCapability, ppm OutOfSpec) {
	c = fromQuantiles(d.Quantile(percentileTail), d.Quantile(0.5), d.Quantile(1-percentileTail), spec)
	if spec.LSL != nil {
		ppm.Below = 1e6 * d.CDF(*spec.LSL)
	}
	if spec.USL != nil {
		ppm.Above = 1e6 * d.SF(*spec.USL)
	}
	ppm.Total = ppm.Below + ppm.Above
	return c, ppm
}

// AndersonDarling is A² of sorted values against the distribution (no p: it depends on the family), thinned like the
// normality test; +Inf where the distribution leaves no room for a value, as the folded normal for 0.
func (d Distribution) AndersonDarling(sorted []float64, most int) float64 {
	return AndersonDarling(thin(sorted, most), d.CDF, d.SF)
}

// fitNormal takes mean and sample standard deviation (n − 1), the choice of every SPC text in place of the divisor n.
func fitNormal(values []float64) (d Distribution, ok bool) {
	m := MomentsOf(values, nil)
	if m.N < 2 || !(m.SS > 0) {
		return d, false
	}
	mean, sigma := m.Mean, m.SD()
	return Distribution{
		ID: "normal", Parameters: []Parameter{{"mean", mean}, {"sigma", sigma}},
		LogLikelihood: -float64(m.N)*math.Log(sigma*math.Sqrt(2*math.Pi)) - m.SS/(2*sigma*sigma),
		CDF:           func(x float64) float64 { return NormalCDF((x - mean) / sigma) },
		SF:            func(x float64) float64 { return NormalSF((x - mean) / sigma) },
		Quantile:      func(p float64) float64 { return mean + sigma*NormalQuantile(p) },
	}, true
}

func logarithms(values []float64, unit float64) (logs []float64, ok bool) {
	logs = make([]float64, len(values))
	for i, x := range values {
		if !(x > 0) {
			return nil, false
		}
		logs[i] = math.Log(x / unit)
	}
	return logs, true
}

// fitLognormal takes mean and sample standard deviation of ln x.
func fitLognormal(values []float64) (d Distribution, ok bool) {
	logs, ok := logarithms(values, 1)
	if !ok {
		return d, false
	}
	m := MomentsOf(logs, nil)
	if m.N < 2 || !(m.SS > 0) {
		return d, false
	}
	mu, sigma := m.Mean, m.SD()
	return Distribution{
		ID: "lognormal", Parameters: []Parameter{{"mu", mu}, {"sigma", sigma}},
		LogLikelihood: -float64(m.N)*(math.Log(sigma*math.Sqrt(2*math.Pi))+mu) - m.SS/(2*sigma*sigma),
		CDF: func(x float64) float64 {
			if x <= 0 {
				return 0
			}
			return NormalCDF((math.Log(x) - mu) / sigma)
		},
		SF: func(x float64) float64 {
			if x <= 0 {
				return 1
			}
			return NormalSF((math.Log(x) - mu) / sigma)
		},
		Quantile: func(p float64) float64 { return math.Exp(mu + sigma*NormalQuantile(p)) },
	}, true
}

// spread tells whether there are two different values.
func spread(values []float64) bool {
	for _, x := range values {
		if x != values[0] {
			return true
		}
	}
	return false
}

// fitFolded is |N(μ, σ²)|, for run-out, flatness, misalignment (Tsagris, Beneki & Hassani 2014, Mathematics 2, 12–28): with m₂ =
// mean of x², σ² = m₂ − μ², and μ = mean of x·tanh(μx/σ²); μ = 0 (half normal) where that is the best.
func fitFolded(values []float64) (d Distribution, ok bool) {
	n, m2 := float64(len(values)), 0.0
	for _, x := range values {
		if x < 0 {
			return d, false
		}
		m2 += x * x
	}
	m2 /= n
	if n < 2 || !(m2 > 0) || !spread(values) {
		return d, false
	}
	score := func(mu float64) float64 {
		s2, sum := m2-mu*mu, 0.0
		for _, x := range values {
			sum += x * math.Tanh(mu*x/s2)
		}
		return mu - sum/n
	}
	most := math.Sqrt(m2) * (1 - 1e-12)
	mu, least := 0.0, most*1e-6
	// The score starts negative where folding leaves a mode away from zero; else the half normal is the best fit.
	if score(least) < 0 {
		mu = findRoot(score, 0, least, most)
	}
	sigma := math.Sqrt(m2 - mu*mu)
	cdf := func(x float64) float64 {
		if x <= 0 {
			return 0
		}
		return NormalCDF((x-mu)/sigma) - NormalCDF((-x-mu)/sigma)
	}
	d = Distribution{ID: "folded", Parameters: []Parameter{{"mu", mu}, {"sigma", sigma}}, CDF: cdf}
	for _, x := range values {
		d.LogLikelihood += math.Log((NormalPDF((x-mu)/sigma) + NormalPDF((x+mu)/sigma)) / sigma)
	}
	d.SF = func(x float64) float64 {
		if x <= 0 {
			return 1
		}
		return NormalSF((x-mu)/sigma) + NormalSF((x+mu)/sigma)
	}
	d.Quantile = func(p float64) float64 { return findRoot(cdf, p, 0, mu+40*sigma) }
	return d, true
}

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
		Quantile: func(p float64) float64 { return scale * math.Pow(-math.Log1p(-p), 1/shape) },
	}
	for _, x := range values {
		d.LogLikelihood += math.Log(shape / scale * math.Pow(x/scale, shape-1) * math.Exp(-math.Pow(x/scale, shape)))
	}
	return d, true
}
