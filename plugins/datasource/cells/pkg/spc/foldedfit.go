package spc

import "math"

// shortInterval: where x(1 + m) is below it, Φ(x − m) − Φ(−x − m) is 2x times the density in the middle and the next term, to
// 1e-12.
const shortInterval = 1e-3

// logFoldedCDF is ln P(X ≤ x) of |N(m, 1)|, x > 0.
func logFoldedCDF(x, m float64) float64 {
	if x*(1+m) < shortInterval {
		return math.Log(2*x/math.Sqrt(2*math.Pi)) - m*m/2 + math.Log1p((m*m-1)*x*x/6)
	}
	near := LogNormalSF(m - x)
	return near + math.Log(-math.Expm1(LogNormalSF(m+x)-near))
}

// estimateFolded is μ and σ of greatest likelihood, with σ² = s² + (x̄ − μ)(x̄ + μ), s² the variance with divisor n. μ solves μ =
// mean of x·tanh(μx/σ²). Where most of the values lie far from 0 the unknown is x̄ − μ = mean of 2x/(1 + exp(2μx/σ²)), which is
// small and would drown in the digits of μ.
func estimateFolded(values []float64) (mu, sigma float64) {
	m := MomentsOf(values, nil)
	n, mean := float64(m.N), m.Mean
	variance := func(less float64) float64 { return m.SS/n + less*(2*mean-less) }
	missing := func(less float64) float64 {
		rate, sum := 2*(mean-less)/variance(less), 0.0
		for _, x := range values {
			sum += 2 * x / (1 + math.Exp(rate*x))
		}
		return less - sum/n
	}
	if missing(mean/2) > 0 {
		less := findRoot(missing, 0, 0, mean/2)
		return mean - less, math.Sqrt(variance(less))
	}
	score := func(mu float64) float64 {
		rate, sum := mu/variance(mean-mu), 0.0
		for _, x := range values {
			sum += x * math.Tanh(rate*x)
		}
		return mu - sum/n
	}
	// The score starts negative where folding leaves a mode away from zero; else the half normal is the best fit.
	if least := 1e-6 * math.Sqrt(variance(mean)); score(least) < 0 {
		mu = findRoot(score, 0, least, mean/2)
	}
	return mu, math.Sqrt(variance(mean - mu))
}

// fitFolded is |N(μ, σ²)|, for run-out, flatness, misalignment, by maximum likelihood (Tsagris, Beneki & Hassani 2014,
// Mathematics 2, 12–28); μ = 0 (half normal) where that is the best. Values must not be negative.
func fitFolded(values []float64) (d Distribution, ok bool) {
	for _, x := range values {
		if x < 0 {
			return d, false
		}
	}
	if len(values) < 2 || !spread(values) {
		return d, false
	}
	mu, sigma := estimateFolded(values)
	m := mu / sigma
	cdfAt := func(z float64) float64 { return NormalCDF(z) - NormalCDF(-z-2*m) }
	d = Distribution{ID: "folded", Parameters: []Parameter{{"mu", mu}, {"sigma", sigma}}}
	// The nearer of the two halves is taken out of the logarithms, so that they reach as far as the values do.
	for _, x := range values {
		z := (x - mu) / sigma
		d.LogLikelihood += -math.Log(sigma*math.Sqrt(2*math.Pi)) - z*z/2 + math.Log1p(math.Exp(-2*x*m/sigma))
	}
	d.CDF = func(x float64) float64 {
		if x <= 0 {
			return 0
		}
		return cdfAt((x - mu) / sigma)
	}
	d.LogCDF = func(x float64) float64 {
		if x <= 0 {
			return math.Inf(-1)
		}
		return logFoldedCDF(x/sigma, m)
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
	// In σ from μ: values far from 0 keep the digits of their differences.
	d.Quantile = func(p float64) float64 { return mu + sigma*findRoot(cdfAt, p, -m, 40) }
	return d, true
}
