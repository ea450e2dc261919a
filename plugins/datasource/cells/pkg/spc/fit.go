package spc

import "math"

// Fit is what a baseline says of the process: enough to judge later points. NaN where a figure is not known.
type Fit struct {
	Chart, Method string
	// Centre of the location chart, in the unit of the values (a share or rate for attribute charts).
	Centre float64
	// SigmaWithin is σ of a single value inside a subgroup, SigmaBetween between subgroups (0 where the chart does not know).
	SigmaWithin, SigmaBetween float64
	// SigmaPlotted is σ of the plotted statistic where it does not follow from the two (I-MR-R/S, Laney's σz), for points of
	// SubgroupSize values.
	SigmaPlotted, SubgroupSize float64
	// Points and N are the points and values (units inspected) it stands on, DF the degrees of freedom of σ within.
	Points int
	N, DF  float64
	// Means and Covariance (row-major) are those of multivariate charts.
	Means, Covariance []float64
	// Strata has one entry a stream or product.
	Strata []Stratum
	// Phase is 1 of multivariate fits that judge their own points, 2 for new ones, 0 where it makes no difference.
	Phase int
}

// Stratum is the fit of one stream or product.
type Stratum struct {
	ID                                              int
	Centre, SigmaWithin, SigmaPlotted, SubgroupSize float64
	Points                                          int
}

// pointSigma is σ of the mean of n values.
func (f Fit) pointSigma(n int) float64 {
	return math.Sqrt(f.SigmaBetween*f.SigmaBetween + f.SigmaWithin*f.SigmaWithin/float64(n))
}

// target is the centre to be held, or the estimated one.
func (o Options) target(estimated float64) float64 {
	if math.IsNaN(o.Target) {
		return estimated
	}
	return o.Target
}

func newFit(chart string) Fit {
	nan := math.NaN()
	return Fit{Chart: chart, Centre: nan, SigmaWithin: nan, SigmaPlotted: nan, SubgroupSize: nan, DF: nan}
}

// locationFit is centre and σ of values or subgroup means, as EWMA, CUSUM and moving average need them.
func locationFit(chart string, d Data, o Options) (Fit, bool) {
	fit := newFit(chart)
	m := MomentsOf(d.Values, d.valueMask())
	method, span := o.Sigma, o.Span
	if method == "" {
		method = defaultSigma(d)
	}
	if d.Starts != nil {
		span = 2
	}
	e, ok := EstimateSigma(method, d, span)
	if m.N == 0 || !ok {
		return fit, false
	}
	fit.Method, fit.Centre, fit.SigmaWithin, fit.DF = method, o.target(m.Mean), e.Sigma, e.DF
	fit.Points, fit.N = d.Points(), float64(m.N)
	if o.Between && d.Starts != nil {
		if c, ok := ComponentsOf(d); ok {
			fit.SigmaBetween = c.SigmaBetween
		}
	}
	return fit, true
}
