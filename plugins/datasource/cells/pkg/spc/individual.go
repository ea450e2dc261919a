package spc

import "math"

// iMR is individuals and moving range. I: x̄ ± width·σ̂ with σ̂ = MR̄/d₂; MR: centre d₂σ̂ (Montgomery, ISQC 7th ed., §6.4; NIST
// e-Handbook 6.3.2.2). Exact d₂, hence 2.6587 in place of 2.66. A frozen fit that states a σ
// between lots has I limits from both components; neighbours share a lot, so MR has the inner one.
var iMR = Chart{
	ID: "i-mr", Title: "I-MR", Family: "individuals", Input: "values", Sigma: []string{"mr-bar", "median-mr", "overall"},
	fit: func(d Data, o Options) (Fit, bool) {
		fit := newFit("i-mr")
		m := MomentsOf(d.Values, d.Excluded)
		e, ok := EstimateSigma(o.Sigma, d, o.Span)
		if m.N == 0 || !ok {
			return fit, false
		}
		fit.Method, fit.Centre, fit.SigmaWithin, fit.DF = e.Method, o.target(m.Mean), e.Sigma, e.DF
		fit.Points, fit.N = m.N, float64(m.N)
		return fit, true
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		i, mr := newPart("i", true, len(d.Values)), newPart("mr", false, len(d.Values))
		copy(i.Points, d.Values)
		sigma := math.Hypot(fit.SigmaWithin, fit.SigmaBetween)
		reach := o.Width * sigma
		i.flat(fit.Centre, sigma, fit.Centre-reach, fit.Centre+reach)
		mr.Points = movingRanges(d.Values, d.Breaks, d.Excluded, o.Span)
		mr.flat(dispersionLines("r", o.Span, o.Width, o.Probability).times(fit.SigmaWithin))
		return []Part{i, mr}
	},
}
