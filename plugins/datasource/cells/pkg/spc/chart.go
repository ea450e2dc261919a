package spc

import "math"

// Part is one drawn chart, an entry a point; NaN where there is nothing. Zone lines lie at Centre ± k·Sigma; parts without
// zones (dispersion) signal only beyond their limits.
type Part struct {
	ID                              string
	Zones                           bool
	Points, Centre, Sigma, LCL, UCL []float64
}

// Fit is what a baseline says of the process: enough to judge later points.
type Fit struct {
	Chart, Method       string
	Centre, SigmaWithin float64
	// Points and N are the dispersions and the single values it stands on.
	Points, N int
}

// Chart is a kind of control chart.
type Chart struct {
	ID, Title string
	// Subgrouped charts read Data.Starts. Sigma lists the estimators it allows, the default first.
	Subgrouped bool
	Sigma      []string
	parts      func(d Data, fit Fit) []Part
}

// Charts is the registry.
var Charts = []Chart{
	{"i-mr", "I-MR", false, []string{"mr-bar", "overall"}, individuals},
	{"xbar-r", "X̄-R", true, []string{"r-bar", "s-bar", "pooled"}, func(d Data, f Fit) []Part { return means(d, f, "r") }},
	{"xbar-s", "X̄-S", true, []string{"s-bar", "pooled", "r-bar"}, func(d Data, f Fit) []Part { return means(d, f, "s") }},
}

// FindChart finds a chart of the registry; nil when there is none of that name.
func FindChart(id string) *Chart {
	for i := range Charts {
		if Charts[i].ID == id {
			return &Charts[i]
		}
	}
	return nil
}

// Fit estimates centre and σ from a baseline; method "" takes the chart's default. ok is false for too little data.
func (c *Chart) Fit(d Data, method string) (fit Fit, ok bool) {
	if method == "" {
		method = c.Sigma[0]
	}
	estimate, ok := EstimateSigma(method, d)
	m := momentsOf(d, 0, d.Points(), true)
	if !ok || m.n == 0 {
		return fit, false
	}
	return Fit{Chart: c.ID, Method: method, Centre: m.mean, SigmaWithin: estimate.Sigma, Points: estimate.Count, N: m.n}, true
}

// Parts gives points and limits of data under a fit.
func (c *Chart) Parts(d Data, fit Fit) []Part { return c.parts(d, fit) }

// individuals: x̄ ± 3σ̂, and moving ranges about d₂σ̂ (Montgomery, ISQC 7th ed., §6.4; NIST e-Handbook 6.3.2.2).
func individuals(d Data, fit Fit) []Part {
	i, mr := newPart("i", true, len(d.Values)), newPart("mr", false, len(d.Values))
	copy(i.Points, d.Values)
	copy(mr.Points, movingRanges(d))
	for at := range d.Values {
		i.lines(at, fit.Centre, fit.SigmaWithin)
		mr.dispersion(at, "r", 2, fit.SigmaWithin)
	}
	return []Part{i, mr}
}

// means: x̿ ± 3σ̂/√n, and R between D₃R̄ and D₄R̄ or S between B₃S̄ and B₄S̄; each point with the constants of its own size
// (Montgomery, §6.2 and §6.3).
func means(d Data, fit Fit, statistic string) []Part {
	groups := subgroups(d)
	x, spread := newPart("xbar", true, len(groups)), newPart(statistic, false, len(groups))
	for at, g := range groups {
		x.Points[at], x.Centre[at] = g.mean, fit.Centre
		if g.n > 0 {
			x.lines(at, fit.Centre, fit.SigmaWithin/math.Sqrt(float64(g.n)))
		}
		spread.Points[at] = g.s
		if statistic == "r" {
			spread.Points[at] = g.spread
		}
		if g.n > 1 {
			spread.dispersion(at, statistic, g.n, fit.SigmaWithin)
		}
	}
	return []Part{x, spread}
}

func newPart(id string, zones bool, n int) Part {
	blank := func() []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = math.NaN()
		}
		return out
	}
	return Part{ID: id, Zones: zones, Points: blank(), Centre: blank(), Sigma: blank(), LCL: blank(), UCL: blank()}
}

func (p *Part) lines(at int, centre, sigma float64) {
	p.Centre[at], p.Sigma[at], p.LCL[at], p.UCL[at] = centre, sigma, centre-Sigmas*sigma, centre+Sigmas*sigma
}

// dispersion sets the lines of a range or standard deviation of n values: mean ± 3 standard deviations, cut at 0 (D₁, D₂,
// B₅, B₆).
func (p *Part) dispersion(at int, statistic string, n int, sigma float64) {
	mean, deviation := D2D3(n)
	if statistic == "s" {
		mean = C4(float64(n))
		deviation = math.Sqrt(1 - mean*mean)
	}
	p.lines(at, mean*sigma, deviation*sigma)
	p.LCL[at] = math.Max(0, p.LCL[at])
}
