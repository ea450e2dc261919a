package spc

import "math"

// Data is what a chart reads, in process order. A point is a value or, with Starts, a subgroup; Breaks and Excluded have
// one entry a point, or are nil. NaN is a missing value: it keeps its place and is never zero.
type Data struct {
	Values []float64
	// Starts is where each subgroup begins in Values, ascending, the first 0.
	Starts []int
	// Breaks marks points before which nothing may be remembered: phase, recipe, tray, tool change, gap.
	Breaks []bool
	// Excluded points are drawn and take no part in estimates, memory or rules.
	Excluded []bool
}

// Points is the number of plotted points.
func (d Data) Points() int {
	if d.Starts != nil {
		return len(d.Starts)
	}
	return len(d.Values)
}

// span is where a point's values lie.
func (d Data) span(point int) (from, to int) {
	if d.Starts == nil {
		return point, point + 1
	}
	if point+1 < len(d.Starts) {
		return d.Starts[point], d.Starts[point+1]
	}
	return d.Starts[point], len(d.Values)
}

func (d Data) excluded(point int) bool { return d.Excluded != nil && d.Excluded[point] }
func (d Data) breaks(point int) bool   { return d.Breaks != nil && d.Breaks[point] }

// moments are number, mean and sum of squared deviations, two-pass with the mean corrected for rounding.
type moments struct {
	n        int
	mean, ss float64
}

// momentsOf takes the present values of the points from included.
func momentsOf(d Data, from, to int, skipExcluded bool) moments {
	each := func(visit func(x float64)) {
		for point := from; point < to; point++ {
			if skipExcluded && d.excluded(point) {
				continue
			}
			first, end := d.span(point)
			for _, x := range d.Values[first:end] {
				if !math.IsNaN(x) {
					visit(x)
				}
			}
		}
	}
	n, sum := 0, 0.0
	each(func(x float64) { n++; sum += x })
	if n == 0 {
		return moments{0, math.NaN(), math.NaN()}
	}
	rough := sum / float64(n)
	rest, ss := 0.0, 0.0
	each(func(x float64) { rest += x - rough; ss += (x - rough) * (x - rough) })
	return moments{n, rough + rest/float64(n), math.Max(0, ss-rest*rest/float64(n))}
}

// subgroup is what one plotted point summarises; NaN where it has too few values.
type subgroup struct {
	n               int
	mean, spread, s float64 // spread is the range
}

// subgroups summarises every point.
func subgroups(d Data) []subgroup {
	out := make([]subgroup, d.Points())
	for point := range out {
		m := momentsOf(d, point, point+1, false)
		g := subgroup{n: m.n, mean: m.mean, spread: math.NaN(), s: math.NaN()}
		if m.n > 1 {
			low, high := math.Inf(1), math.Inf(-1)
			from, to := d.span(point)
			for _, x := range d.Values[from:to] {
				if !math.IsNaN(x) {
					low, high = math.Min(low, x), math.Max(high, x)
				}
			}
			g.spread, g.s = high-low, math.Sqrt(m.ss/float64(m.n-1))
		}
		out[point] = g
	}
	return out
}

// movingRanges is |xᵢ − xᵢ₋₁| at the place of xᵢ; NaN where one is missing or excluded or a break lies between: a moving
// range never jumps over a hole.
func movingRanges(d Data) []float64 {
	out := make([]float64, len(d.Values))
	usable := false
	for i, x := range d.Values {
		out[i] = math.NaN()
		if math.IsNaN(x) || d.excluded(i) {
			usable = false
			continue
		}
		if usable && !d.breaks(i) {
			out[i] = math.Abs(x - d.Values[i-1])
		}
		usable = true
	}
	return out
}
