package spc

import "math"

// statistic is what memory charts read: a value or subgroup mean a point, and its σ under the fit.
type statistic struct {
	x     []float64
	sigma func(i int) float64
}

func statisticOf(d Data, fit Fit) statistic {
	if d.Starts == nil {
		s := math.Sqrt(fit.SigmaWithin*fit.SigmaWithin + fit.SigmaBetween*fit.SigmaBetween)
		return statistic{d.Values, func(int) float64 { return s }}
	}
	g := subgroupsOf(d)
	return statistic{g.mean, func(i int) float64 {
		if g.n[i] == 0 {
			return math.NaN()
		}
		return fit.pointSigma(g.n[i])
	}}
}

// ewmaPart runs an EWMA over the points: a missing one leaves its memory, a break or an excluded point starts it anew.
func ewmaPart(id string, s statistic, centre float64, d Data, o Options, width float64) Part {
	part := newPart(id, false, len(s.x))
	memory := NewEWMA(o.Lambda, centre, o.Steady)
	for i, x := range s.x {
		if d.breaks(i) || d.excluded(i) {
			memory.Restart()
		}
		part.Centre[i] = centre
		if x != x || d.excluded(i) {
			continue
		}
		z, spread := memory.Add(x, s.sigma(i))
		part.Points[i] = z
		part.lines(i, centre, spread, centre-width*spread, centre+width*spread)
	}
	return part
}

func memoryChart(id, title string, defaults func(o *Options), parts func(d Data, fit Fit, o Options) []Part) Chart {
	fit := func(d Data, o Options) (Fit, bool) { return locationFit(id, d, o) }
	return Chart{
		ID: id, Title: title, Family: "memory", Input: "values-or-subgroups", Sigma: anySigma,
		defaults: defaults, fit: fit, parts: parts,
	}
}

// ewma is the EWMA of values or subgroup means (NIST e-Handbook 6.3.2.4; Montgomery, ISQC 7th ed., §9.2).
var ewma = memoryChart("ewma", "EWMA", nil, func(d Data, fit Fit, o Options) []Part {
	return []Part{ewmaPart("ewma", statisticOf(d, fit), fit.Centre, d, o, o.Width)}
})

// ewmaShewhart has a Shewhart chart beside the EWMA (Lucas & Saccucci 1990, §5). Defaults λ 0.2, L 4.0, Shewhart 4.2: together
// ARL₀ about 13 000, meant for alerts on many charts.
var ewmaShewhart = memoryChart("ewma-shewhart", "EWMA + Shewhart", func(o *Options) { o.Width = 4 },
	func(d Data, fit Fit, o Options) []Part {
		s := statisticOf(d, fit)
		return []Part{
			ewmaPart("ewma", s, fit.Centre, d, o, o.Width),
			shewhartPart("x", s.x, s.sigma, fit.Centre, o.Shewhart),
		}
	})

// cusum is the tabular CUSUM in the unit of the values, or in σ; the lower side is drawn as −C⁻. A missing point leaves the
// sums, a break or an excluded point starts them anew.
var cusum = memoryChart("cusum", "CUSUM", nil, func(d Data, fit Fit, o Options) []Part {
	s := statisticOf(d, fit)
	upper, lower := newPart("high", false, len(s.x)), newPart("low", false, len(s.x))
	fill(upper.Centre, 0)
	fill(lower.Centre, 0)
	memory := NewCUSUM(fit.Centre, o.K, o.H, o.HeadStart, o.Standardised)
	for i, x := range s.x {
		if d.breaks(i) || d.excluded(i) {
			memory.Restart()
		}
		if x != x || d.excluded(i) {
			continue
		}
		high, low, limit := memory.Add(x, s.sigma(i))
		upper.Points[i], upper.UCL[i] = high, limit
		lower.Points[i], lower.LCL[i] = 0-low, -limit
	}
	return []Part{upper, lower}
})

// movingAverage is the mean of the last span points, the first ones of what there is; σ² = Σσⱼ²/w² (Montgomery, ISQC 7th ed.,
// §9.3). Missing points are passed over; breaks and excluded points empty the window.
var movingAverage = movingAverageChart()

func movingAverageChart() Chart {
	chart := memoryChart("ma", "Moving average", func(o *Options) { o.Span = 3 }, movingAverageParts)
	chart.fit = func(d Data, o Options) (Fit, bool) {
		o.Span = 2
		return locationFit("ma", d, o)
	}
	return chart
}

func movingAverageParts(d Data, fit Fit, o Options) []Part {
	s := statisticOf(d, fit)
	part := newPart("ma", false, len(s.x))
	window := make([]int, o.Span)
	held := 0
	for i, x := range s.x {
		part.Centre[i] = fit.Centre
		if d.breaks(i) || d.excluded(i) {
			held = 0
		}
		if x != x || d.excluded(i) {
			continue
		}
		window[held%o.Span] = i
		held++
		size := min(held, o.Span)
		sum, variance := 0.0, 0.0
		for _, at := range window[:size] {
			sum += s.x[at] - fit.Centre
			variance += s.sigma(at) * s.sigma(at)
		}
		spread := math.Sqrt(variance) / float64(size)
		part.Points[i] = fit.Centre + sum/float64(size)
		part.lines(i, fit.Centre, spread, fit.Centre-o.Width*spread, fit.Centre+o.Width*spread)
	}
	return []Part{part}
}
