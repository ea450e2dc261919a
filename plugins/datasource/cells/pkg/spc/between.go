package spc

import "math"

// sameSize is within which two subgroup sizes are one: a harmonic mean of equal ones that was stored has its rounding.
const sameSize = 1e-9

// betweenSigma is σ of the mean of n values under a between/within fit: σ plotted, moved from its own size to n.
func betweenSigma(f Fit, n int) float64 {
	within := f.SigmaWithin * f.SigmaWithin
	if math.IsNaN(f.SigmaPlotted) {
		return f.pointSigma(n)
	}
	size := f.SubgroupSize
	if math.IsNaN(size) || math.Abs(float64(n)-size) <= sameSize*size {
		return f.SigmaPlotted
	}
	moved := f.SigmaPlotted*f.SigmaPlotted + within*(1/float64(n)-1/size)
	return math.Sqrt(max(moved, within/float64(n)))
}

// iMRWithin is I-MR-R and I-MR-S (between/within): subgroup means as individuals with σ̂ = MR̄/d₂ of the means, so that the
// natural variance between lots widens the limits; σ_b² = σ̂² − σ_w²/n (Minitab, "I-MR-R/S chart: methods and formulas"). Means
// of unequal sizes are moved to their size through σ_w.
func iMRWithin(id, title, statistic string, sigma ...string) Chart {
	return Chart{
		ID: id, Title: title, Family: "subgroups", Input: "subgroups", Sigma: sigma,
		fit: func(d Data, o Options) (Fit, bool) {
			fit := newFit(id)
			g := subgroupsOf(d)
			within, ok := EstimateSigma(o.Sigma, d, o.Span)
			means, known := EstimateSigma("mr-bar", Data{Values: g.mean, Breaks: d.Breaks, Excluded: d.Excluded}, o.Span)
			m := MomentsOf(g.mean, d.Excluded)
			if !ok || !known || m.N == 0 {
				return fit, false
			}
			inverse, smallest, largest := 0.0, math.MaxInt, 0
			for i, n := range g.n {
				if n > 0 && !d.excluded(i) {
					inverse += 1 / float64(n)
					smallest, largest = min(smallest, n), max(largest, n)
					fit.Points++
					fit.N += float64(n)
				}
			}
			size := float64(fit.Points) / inverse
			if smallest == largest {
				// Exactly, so that rounding does not make one size of two.
				size = float64(smallest)
			}
			between := means.Sigma*means.Sigma - within.Sigma*within.Sigma/size
			fit.Method, fit.Centre, fit.SigmaWithin, fit.DF = within.Method, o.target(m.Mean), within.Sigma, within.DF
			fit.SigmaBetween, fit.SigmaPlotted, fit.SubgroupSize = math.Sqrt(max(0, between)), means.Sigma, size
			return fit, true
		},
		parts: func(d Data, fit Fit, o Options) []Part {
			g := subgroupsOf(d)
			location, ranges := newPart("i", true, len(g.n)), newPart("mr", false, len(g.n))
			copy(location.Points, g.mean)
			ranges.Points = movingRanges(g.mean, d.Breaks, d.Excluded, o.Span)
			unit := dispersionLines("r", o.Span, o.Width, o.Probability)
			for i, n := range g.n {
				location.Centre[i] = fit.Centre
				if n == 0 {
					continue
				}
				s := betweenSigma(fit, n)
				location.lines(i, fit.Centre, s, fit.Centre-o.Width*s, fit.Centre+o.Width*s)
				centre, spread, lcl, ucl := unit.times(s)
				ranges.lines(i, centre, spread, lcl, ucl)
			}
			return []Part{location, ranges, withinPart(statistic, g, fit.SigmaWithin, o)}
		},
	}
}
