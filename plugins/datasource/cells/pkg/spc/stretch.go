package spc

import "math"

// Stretch is neighbouring points [From, To) under one fit; without a fit (nil) they have no lines, so no rule speaks of them.
type Stretch struct {
	From, To int
	Fit      *Fit
}

// PartsOver gives points and limits of data whose fit changes from stretch to stretch. A moving range reaches back to the
// point before a stretch: that one is taken along and left out again.
func (c *Chart) PartsOver(d Data, stretches []Stretch, o Options) []Part {
	var out []Part
	for _, s := range stretches {
		fit := newFit(c.ID)
		if s.Fit != nil {
			fit = *s.Fit
		}
		lead := min(s.From, 1)
		for k, part := range c.Parts(d.Slice(s.From-lead, s.To), fit, o) {
			if len(stretches) == 1 {
				out = append(out, part)
				continue
			}
			if k == len(out) {
				out = append(out, newPart(part.ID, part.Zones, d.Points()))
			}
			out[k].place(part.from(lead), s.From)
		}
	}
	return out
}

// from leaves out the points before the first.
func (p Part) from(first int) Part {
	p.Points, p.Centre, p.Sigma, p.LCL, p.UCL = p.Points[first:], p.Centre[first:], p.Sigma[first:], p.LCL[first:], p.UCL[first:]
	return p
}

// Fit is the model as a chart reads it; ok is false where the model states too little for lines.
func (m Model) Fit(chart string) (fit Fit, ok bool) {
	fit = newFit(chart)
	sigma := m.SigmaWithin
	if sigma == nil && m.n() == 1 {
		sigma = m.SigmaPlotted
	}
	if m.Centre == nil || sigma == nil || m.Lines(1) == nil {
		return fit, false
	}
	fit.Centre, fit.SigmaWithin, fit.DF = *m.Centre, *sigma, math.Inf(1)
	if m.SigmaBetween != nil {
		fit.SigmaBetween = *m.SigmaBetween
	}
	if m.SigmaPlotted != nil {
		fit.SigmaPlotted, fit.SubgroupSize = *m.SigmaPlotted, float64(m.n())
	}
	return fit, true
}
