package spc

import "math"

// attribute tells p, np, c, u and Laney's charts apart: binomial (share of units) or Poisson (defects a unit); counts plots the
// count itself; laney widens by σz, the moving-range σ of the z-scores (Laney 2002, Quality Engineering 14, 531–537), at least 1
// unless Underdispersion is asked for. Else p̄ ±
// width·√(p̄(1 − p̄)/nᵢ) or ū ± width·√(ū/nᵢ), cut at 0 and 1 (Montgomery, ISQC 7th ed., §7.2 and §7.3). With Probability the limits are the
// counts that leave less than 1 − Φ(width) beyond on either side, for samples of which few are defective; not Laney's, who knows no law.
type attribute struct {
	id, title               string
	binomial, counts, laney bool
}

func (a attribute) chart() Chart {
	return Chart{ID: a.id, Title: a.title, Family: "attributes", Input: "counts", fit: a.fit, whyNot: a.withoutVariance, parts: a.parts}
}

// unitVariance is the variance of a unit.
func (a attribute) unitVariance(rate float64) float64 {
	if a.binomial {
		return rate * (1 - rate)
	}
	return rate
}

func usable(d Data, i int) bool { return d.Values[i] == d.Values[i] && d.size(i) > 0 }

func (a attribute) fit(d Data, o Options) (Fit, bool) {
	fit := newFit(a.id)
	total := 0.0
	for i, x := range d.Values {
		if usable(d, i) && !d.excluded(i) {
			total += x
			fit.N += d.size(i)
			fit.Points++
		}
	}
	if fit.Points == 0 {
		return fit, false
	}
	fit.Centre = o.target(total / fit.N)
	fit.SigmaWithin, fit.DF = math.Sqrt(a.unitVariance(fit.Centre)), float64(fit.Points-1)
	if a.laney {
		spread, ok := a.sigmaZ(d, fit.Centre, o.Span)
		if !ok {
			return fit, false
		}
		fit.SigmaPlotted = spread
	}
	return fit, true
}

// withoutVariance says why Laney's σz cannot be given: counts that are all 0, or all of what was inspected, have no variance.
func (a attribute) withoutVariance(d Data, _ Options) string {
	none, all, points := true, a.binomial, 0
	for i, x := range d.Values {
		if usable(d, i) && !d.excluded(i) {
			none, all = none && x == 0, all && x == d.size(i)
			points++
		}
	}
	switch {
	case !a.laney || points == 0 || (!none && !all):
		return ""
	case none:
		return "every count is 0: σ_z cannot be given"
	}
	return "every unit is defective: σ_z cannot be given"
}

func (a attribute) sigmaZ(d Data, rate float64, span int) (float64, bool) {
	z := blanks(len(d.Values))
	unit := a.unitVariance(rate)
	for i, x := range d.Values {
		if usable(d, i) {
			n := d.size(i)
			z[i] = (x/n - rate) / math.Sqrt(unit/n)
		}
	}
	sum, count := 0.0, 0
	for _, r := range movingRanges(z, d.Breaks, d.Excluded, span) {
		if r == r {
			sum += r
			count++
		}
	}
	if count == 0 {
		return 0, false
	}
	d2, _ := D2D3(span)
	return sum / float64(count) / d2, true
}

func (a attribute) parts(d Data, fit Fit, o Options) []Part {
	part := newPart(a.id, true, len(d.Values))
	unit, widen := a.unitVariance(fit.Centre), 1.0
	if a.laney && fit.SigmaPlotted == fit.SigmaPlotted {
		widen = fit.SigmaPlotted
		if !o.Underdispersion {
			widen = max(1, widen)
		}
	}
	for i, x := range d.Values {
		n := d.size(i)
		if !(n > 0) {
			continue
		}
		scale := 1.0
		if a.counts {
			scale = n
		}
		spread, centre := scale*math.Sqrt(unit/n)*widen, scale*fit.Centre
		ucl := centre + o.Width*spread
		if a.binomial {
			ucl = math.Min(scale, ucl)
		}
		lcl := math.Max(0, centre-o.Width*spread)
		if o.Probability && !a.laney && fit.Centre >= 0 {
			least, greatest := exactCounts(countLaw{a.binomial, fit.Centre, n}, NormalSF(o.Width))
			lcl, ucl = scale*least/n, scale*greatest/n
		}
		part.Points[i] = scale * x / n
		part.lines(i, centre, spread, lcl, ucl)
	}
	return []Part{part}
}
