package spc

import "math"

// zMR is Z-MR for short runs: z = (x − x̄ⱼ)/σⱼ of its product j, limits ±width (Montgomery, ISQC 7th ed., §10.1). σⱼ = MR̄/d₂ inside
// the product's runs, or one σ from all; moving ranges of one product never reach over another's run.
var zMR = Chart{
	ID: "z-mr", Title: "Z-MR", Family: "short-run", Input: "values", Sigma: []string{"mr-bar", "median-mr"},
	fit: func(d Data, o Options) (Fit, bool) {
		fit := newFit("z-mr")
		weights, ranges := 0.0, 0
		for id := range d.groupCount() {
			own := onlyGroup(d, id)
			m := MomentsOf(own.Values, own.Excluded)
			e, ok := EstimateSigma(o.Sigma, own, o.Span)
			sigma := math.NaN()
			if ok {
				sigma = e.Sigma
				weights += sigma * float64(e.Count)
				ranges += e.Count
			}
			fit.Strata = append(fit.Strata, Stratum{id, m.Mean, sigma, sigma, 1, m.N})
			fit.Points += m.N
		}
		if ranges == 0 {
			return fit, false
		}
		if o.ConstantSigma {
			for i := range fit.Strata {
				fit.Strata[i].SigmaPlotted = weights / float64(ranges)
			}
		}
		fit.Method, fit.Centre, fit.SigmaWithin, fit.N = o.Sigma, 0, 1, float64(fit.Points)
		return fit, true
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		scores, ranges := newPart("z", true, len(d.Values)), newPart("mr", false, len(d.Values))
		for i, x := range d.Values {
			if g := d.group(i); g < len(fit.Strata) && fit.Strata[g].SigmaPlotted > 0 {
				scores.Points[i] = (x - fit.Strata[g].Centre) / fit.Strata[g].SigmaPlotted
			}
		}
		scores.flat(0, 1, -o.Width, o.Width)
		ranges.Points = movingRanges(scores.Points, d.Breaks, d.Excluded, o.Span)
		ranges.flat(dispersionLines("r", o.Span, o.Width, o.Probability).times(1))
		return []Part{scores, ranges}
	},
}

func onlyGroup(d Data, id int) Data {
	excluded := make([]bool, len(d.Values))
	for i := range excluded {
		excluded[i] = d.excluded(i) || d.group(i) != id
	}
	d.Excluded = excluded
	return d
}

// runChart is values or subgroup means about their median, without limits (Perla, Provost & Murray 2011, BMJ Quality & Safety
// 20, 46–51).
var runChart = Chart{
	ID: "run", Title: "Run chart", Family: "run", Input: "values-or-subgroups",
	fit: func(d Data, o Options) (Fit, bool) {
		fit := newFit("run")
		kept := presentValues(plotted(d), d.Excluded)
		fit.Points, fit.N, fit.DF = len(kept), float64(len(kept)), float64(len(kept)-1)
		fit.Centre = o.target(medianInPlace(kept))
		return fit, len(kept) > 0
	},
	parts: func(d Data, fit Fit, _ Options) []Part {
		x := plotted(d)
		part := newPart("x", true, len(x))
		copy(part.Points, x)
		fill(part.Centre, fit.Centre)
		return []Part{part}
	},
}
