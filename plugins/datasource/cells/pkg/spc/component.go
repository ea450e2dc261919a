package spc

import "math"

// Components are variances between and within subgroups, by analysis of variance.
type Components struct {
	Mean, SigmaWithin, SigmaBetween float64
	// ICC is the share of the variance of a single value that lies between groups.
	ICC                 float64
	Groups, N, DFWithin int
	// F is MSB/MSW with Groups − 1 and DFWithin degrees of freedom.
	F float64
}

// ComponentsOf is the estimator for one random factor: σ_w² = MSW, σ_b² = max(0, (MSB − MSW)/n₀) with n₀ = (N − Σnᵢ²/N)/(a − 1)
// (Searle, Casella & McCulloch, Variance Components, 1992, §3.6). ok is false below two groups or without replication.
func ComponentsOf(d Data) (c Components, ok bool) {
	g := subgroupsOf(d)
	total, squares, weighted, ssw := 0.0, 0.0, 0.0, 0.0
	for i, n := range g.n {
		if n == 0 || d.excluded(i) {
			continue
		}
		size := float64(n)
		total += size
		squares += size * size
		weighted += size * g.mean[i]
		if n > 1 {
			ssw += (size - 1) * g.s[i] * g.s[i]
		}
		c.Groups++
	}
	c.N = int(total)
	c.DFWithin = c.N - c.Groups
	if c.Groups < 2 || c.DFWithin < 1 {
		return c, false
	}
	c.Mean = weighted / total
	ssb := 0.0
	for i, n := range g.n {
		if n > 0 && !d.excluded(i) {
			ssb += float64(n) * (g.mean[i] - c.Mean) * (g.mean[i] - c.Mean)
		}
	}
	msw, msb := ssw/float64(c.DFWithin), ssb/float64(c.Groups-1)
	n0 := (total - squares/total) / float64(c.Groups-1)
	between := max(0, (msb-msw)/n0)
	c.SigmaWithin, c.SigmaBetween, c.F = math.Sqrt(msw), math.Sqrt(between), msb/msw
	if between+msw > 0 {
		c.ICC = between / (between + msw)
	}
	return c, true
}
