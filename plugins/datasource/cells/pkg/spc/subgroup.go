package spc

import "math"

// subgroups are the statistics of every point, an entry a point; NaN where it has too few values.
type subgroups struct {
	n               []int
	mean, spread, s []float64 // spread is the range
}

// subgroupsOf summarises every point; missing values lower n, they are never zero.
func subgroupsOf(d Data) subgroups {
	count := d.Points()
	arena := blanks(3 * count)
	out := subgroups{make([]int, count), arena[:count:count], arena[count : 2*count : 2*count], arena[2*count:]}
	for point := range count {
		from, to := d.span(point)
		values := d.Values[from:to]
		m := MomentsOf(values, nil)
		out.n[point] = m.N
		if m.N == 0 {
			continue
		}
		out.mean[point] = m.Mean
		if m.N > 1 {
			low, high := math.Inf(1), math.Inf(-1)
			for _, x := range values {
				if x == x {
					low, high = min(low, x), max(high, x)
				}
			}
			out.spread[point], out.s[point] = high-low, math.Sqrt(m.SS/float64(m.N-1))
		}
	}
	return out
}

// used tells whether a subgroup takes part in an estimate of dispersion.
func (g subgroups) used(d Data, point int) bool { return g.n[point] > 1 && !d.excluded(point) }

// plotted is the statistic of each point (value or subgroup mean).
func plotted(d Data) []float64 {
	if d.Starts == nil {
		return d.Values
	}
	return subgroupsOf(d).mean
}

// blanks are n times NaN.
func blanks(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

func fill(list []float64, value float64) {
	for i := range list {
		list[i] = value
	}
}
