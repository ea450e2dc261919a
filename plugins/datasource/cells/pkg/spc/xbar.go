package spc

// xbar is X̄ with R or S: x̿ ± width·σ̂/√n, and R between D₃R̄ and D₄R̄ or S between B₃S̄ and B₄S̄; each point with the constants of
// its own size (Montgomery, ISQC 7th ed., §6.2 and §6.3). With Between the variance between subgroups is added.
func xbar(id, title, statistic string, sigma ...string) Chart {
	return Chart{
		ID: id, Title: title, Family: "subgroups", Input: "subgroups", Sigma: sigma,
		fit: func(d Data, o Options) (Fit, bool) {
			fit := newFit(id)
			e, ok := EstimateSigma(o.Sigma, d, o.Span)
			m := MomentsOf(d.Values, d.valueMask())
			if m.N == 0 || !ok {
				return fit, false
			}
			fit.Method, fit.Centre, fit.SigmaWithin, fit.DF = e.Method, o.target(m.Mean), e.Sigma, e.DF
			fit.Points, fit.N = e.Count, float64(m.N)
			if o.Between {
				if c, ok := ComponentsOf(d); ok {
					fit.SigmaBetween = c.SigmaBetween
				}
			}
			return fit, true
		},
		parts: func(d Data, fit Fit, o Options) []Part {
			g := subgroupsOf(d)
			means := newPart("xbar", true, len(g.n))
			copy(means.Points, g.mean)
			for i, n := range g.n {
				means.Centre[i] = fit.Centre
				if n > 0 {
					s := fit.pointSigma(n)
					means.lines(i, fit.Centre, s, fit.Centre-o.Width*s, fit.Centre+o.Width*s)
				}
			}
			return []Part{means, withinPart(statistic, g, fit.SigmaWithin, o)}
		},
	}
}
