package spc

import "math"

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
	// The nearer of the two halves is taken out of the logarithms, so that they reach as far as the values do.
	for _, x := range values {
		z := (x - mu) / sigma
		d.LogLikelihood += -math.Log(sigma*math.Sqrt(2*math.Pi)) - z*z/2 + math.Log1p(math.Exp(-2*x*mu/(sigma*sigma)))
	}
	d.LogSF = func(x float64) float64 {
		if x <= 0 {
			return 0
		}
		near := LogNormalSF((x - mu) / sigma)
		return near + math.Log1p(math.Exp(LogNormalSF((x+mu)/sigma)-near))
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
