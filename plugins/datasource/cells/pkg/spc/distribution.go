package spc

import "math"

// Distribution is a distribution with its fitted parameters.
type Distribution struct {
	ID            string
	Parameters    []Parameter
	LogLikelihood float64
	CDF           func(x float64) float64
	// SF is 1 − CDF, with the digits of the upper tail.
	SF func(x float64) float64
	// LogCDF and LogSF are their logarithms, where those reach further than the probabilities do; nil where they do not.
	LogCDF, LogSF func(x float64) float64
	Quantile      func(p float64) float64
}

// Parameter of a distribution.
type Parameter struct {
	Name  string
	Value float64
}

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
	lower, upper := d.LogCDF, d.LogSF
	if lower == nil {
		lower = func(x float64) float64 { return math.Log(d.CDF(x)) }
	}
	if upper == nil {
		upper = func(x float64) float64 { return math.Log(d.SF(x)) }
	}
	return AndersonDarling(thin(sorted, most), lower, upper)
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
		LogCDF:        func(x float64) float64 { return LogNormalSF((mean - x) / sigma) },
		LogSF:         func(x float64) float64 { return LogNormalSF((x - mean) / sigma) },
		Quantile:      func(p float64) float64 { return mean + sigma*NormalQuantile(p) },
	}, true
}

// fitLognormal takes mean and sample standard deviation of ln x, as departures from a value in their midst: logarithms of values
// close together would agree in most of their digits.
func fitLognormal(values []float64) (d Distribution, ok bool) {
	unit := MomentsOf(values, nil).Mean
	logs, ok := logRatios(values, unit)
	if !ok {
		return d, false
	}
	m := MomentsOf(logs, nil)
	if m.N < 2 || !(m.SS > 0) {
		return d, false
	}
	mu, sigma := math.Log(unit)+m.Mean, m.SD()
	z := func(x float64) float64 {
		if x <= 0 {
			return math.Inf(-1)
		}
		return (logRatio(x, unit) - m.Mean) / sigma
	}
	return Distribution{
		ID: "lognormal", Parameters: []Parameter{{"mu", mu}, {"sigma", sigma}},
		LogLikelihood: -float64(m.N)*(math.Log(sigma*math.Sqrt(2*math.Pi))+mu) - m.SS/(2*sigma*sigma),
		CDF:           func(x float64) float64 { return NormalCDF(z(x)) },
		SF:            func(x float64) float64 { return NormalSF(z(x)) },
		LogCDF:        func(x float64) float64 { return LogNormalSF(-z(x)) },
		LogSF:         func(x float64) float64 { return LogNormalSF(z(x)) },
		Quantile:      func(p float64) float64 { return fromLogRatio(m.Mean+sigma*NormalQuantile(p), unit) },
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
