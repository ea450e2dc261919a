package spc

// clusterTable is what each cluster adds to the moments and to σ within, so that resampling clusters costs nothing a value.
type clusterTable struct {
	// offset is the cluster's mean minus the mean of all values.
	n, offset, ss []float64
	mean          float64
	// σ within is numerator/denominator, or its root, or the overall s.
	numerator, denominator []float64
	squared, overall       bool
}

// clusterTableOf gathers values by the cluster of each. A subgroup belongs to its first value's cluster.
func clusterTableOf(d Data, clusters []int, method string, span int) clusterTable {
	mask := d.valueMask()
	ids := map[int]int{}
	place := make([]int, len(d.Values))
	total, sum := 0, 0.0
	for i, x := range d.Values {
		place[i] = -1
		if x != x || flag(mask, i) {
			continue
		}
		id, known := ids[clusters[i]]
		if !known {
			id = len(ids)
			ids[clusters[i]] = id
		}
		place[i] = id
		total++
		sum += x
	}
	arena := make([]float64, 5*len(ids))
	cut := func(k int) []float64 { return arena[k*len(ids) : (k+1)*len(ids)] }
	t := clusterTable{cut(0), cut(1), cut(2), sum / float64(total), cut(3), cut(4), false, method == "overall"}
	t.squared = method == "pooled" || method == "pooled-plain"
	for i, at := range place {
		if at < 0 {
			continue
		}
		t.n[at]++
		x := d.Values[i] - t.mean
		away := x - t.offset[at]
		t.offset[at] += away / t.n[at]
		t.ss[at] += away * (x - t.offset[at])
	}
	switch method {
	case "overall":
	case "mr-bar", "median-mr":
		t.movingRanges(d, place, span)
	default:
		t.dispersions(d, place, method)
	}
	return t
}

func (t *clusterTable) add(at int, numerator, denominator float64) {
	if at >= 0 {
		t.numerator[at] += numerator
		t.denominator[at] += denominator
	}
}

func (t *clusterTable) movingRanges(d Data, place []int, span int) {
	d2, _ := D2D3(span)
	for i, r := range movingRanges(d.Values, d.valueBreaks(), d.valueMask(), span) {
		if r == r && place[i] == place[i-span+1] {
			t.add(place[i], r/d2, 1)
		}
	}
}

func (t *clusterTable) dispersions(d Data, place []int, method string) {
	g := subgroupsOf(d)
	for i, n := range g.n {
		if !g.used(d, i) {
			continue
		}
		from, _ := d.span(i)
		if t.squared {
			t.add(place[from], float64(n-1)*g.s[i]*g.s[i], float64(n-1))
			continue
		}
		of := deviationInSubgroup
		if method == "r-bar" || method == "r-bar-plain" {
			of = rangeInSubgroup
		}
		value, mean, spread := of(g, i)
		weight := 1.0
		if method == "r-bar" || method == "s-bar" {
			weight = mean * mean / (spread * spread)
		}
		t.add(place[from], weight*value/mean, weight)
	}
}

// effectiveN is n / (1 + (n₀ − 1)·ICC), Kish's design effect with n₀ = Σnᵢ²/n and the ICC from the analysis of variance (Kish,
// Survey Sampling, 1965, §5.4).
func (t clusterTable) effectiveN() float64 {
	n, squares, sum, ssw := 0.0, 0.0, 0.0, 0.0
	for i := range t.n {
		n += t.n[i]
		squares += t.n[i] * t.n[i]
		sum += t.n[i] * t.offset[i]
		ssw += t.ss[i]
	}
	count := float64(len(t.n))
	if count < 2 || n <= count {
		return n
	}
	mean, ssb := sum/n, 0.0
	for i := range t.n {
		ssb += t.n[i] * (t.offset[i] - mean) * (t.offset[i] - mean)
	}
	msw, msb := ssw/(n-count), ssb/(count-1)
	n0 := (n - squares/n) / (count - 1)
	between, icc := max(0, (msb-msw)/n0), 0.0
	if between+msw > 0 {
		icc = between / (between + msw)
	}
	return n / (1 + (squares/n-1)*icc)
}
