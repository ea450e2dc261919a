package spc

import "math"

// rareG is the g chart: good units between two bad ones, geometric law. ḡ ± width·√(ḡ(ḡ + 1)) cut at 0 (Benneyan 2001, Health
// Care Management Science 4, 305–318), or by Probability the counts that leave 1 − Φ(width) on either side.
var rareG = Chart{
	ID: "g", Title: "g", Family: "rare-events", Input: "values",
	fit: func(d Data, o Options) (Fit, bool) {
		fit := newFit("g")
		m := MomentsOf(d.Values, d.Excluded)
		fit.Centre = o.target(m.Mean)
		fit.SigmaWithin = math.Sqrt(fit.Centre * (fit.Centre + 1))
		fit.Points, fit.N, fit.DF = m.N, float64(m.N), float64(m.N-1)
		return fit, m.N > 0
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		part := newPart("g", false, len(d.Values))
		copy(part.Points, d.Values)
		reach := o.Width * fit.SigmaWithin
		part.flat(fit.Centre, fit.SigmaWithin, math.Max(0, fit.Centre-reach), fit.Centre+reach)
		if o.Probability && fit.Centre > 0 {
			// P(X > x) = (1 − p)^(x + 1) with p = 1/(1 + mean).
			step := math.Log1p(-1 / (1 + fit.Centre))
			beyond := func(tail float64) float64 { return math.Max(0, math.Log(tail)/step-1) }
			part.flat(beyond(0.5), fit.SigmaWithin, beyond(1-NormalSF(o.Width)), beyond(NormalSF(o.Width)))
		}
		return []Part{part}
	},
}

const rarePower = 1 / 3.6

// rareT is the t chart: times between rare events. y = t^(1/3.6) makes exponential times nearly normal (Nelson 1994, J. Quality
// Technology 26, 60–63; Montgomery, ISQC 7th ed., §7.3.5); limits ȳ ± width·MR̄/d₂ of y, drawn in time. By Probability exponential
// quantiles of the mean time, which the fit keeps as SigmaPlotted.
var rareT = Chart{
	ID: "t", Title: "t", Family: "rare-events", Input: "values", Sigma: []string{"mr-bar", "median-mr", "overall"},
	fit: func(d Data, o Options) (Fit, bool) {
		fit := newFit("t")
		y := d
		y.Values = make([]float64, len(d.Values))
		for i, time := range d.Values {
			y.Values[i] = math.Pow(time, rarePower)
		}
		e, ok := EstimateSigma(o.Sigma, y, o.Span)
		m := MomentsOf(y.Values, d.Excluded)
		fit.Method, fit.Centre, fit.SigmaWithin, fit.DF = e.Method, m.Mean, e.Sigma, e.DF
		fit.SigmaPlotted = MomentsOf(d.Values, d.Excluded).Mean
		fit.Points, fit.N = m.N, float64(m.N)
		return fit, ok && m.N > 0
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		part := newPart("t", false, len(d.Values))
		copy(part.Points, d.Values)
		time := func(y float64) float64 { return math.Pow(math.Max(0, y), 3.6) }
		nan, reach, mean := math.NaN(), o.Width*fit.SigmaWithin, fit.SigmaPlotted
		part.flat(time(fit.Centre), nan, time(fit.Centre-reach), time(fit.Centre+reach))
		if o.Probability {
			part.flat(mean*math.Ln2, nan, -mean*math.Log1p(-NormalSF(o.Width)), -mean*math.Log(NormalSF(o.Width)))
		}
		return []Part{part}
	},
}
