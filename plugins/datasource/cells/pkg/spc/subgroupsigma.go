package spc

import "math"

// SubgroupSigma are the estimators that need subgroups.
var SubgroupSigma = []string{"r-bar", "s-bar", "pooled", "r-bar-plain", "s-bar-plain", "pooled-plain"}

// rBar is Σ wᵢ Rᵢ/d₂(nᵢ) / Σ wᵢ with wᵢ = d₂²/d₃², for equal sizes R̄/d₂ (Burr 1969; Montgomery, ISQC 7th ed., eq. 6.6).
func rBar(d Data, _ int) Estimate { return subgroupAverage(d, rangeInSubgroup, true) }

// rBarPlain is the mean of Rᵢ/d₂(nᵢ), every subgroup alike (qcc's UWAVE-R).
func rBarPlain(d Data, _ int) Estimate { return subgroupAverage(d, rangeInSubgroup, false) }

// sBar is Σ hᵢ sᵢ/c₄(nᵢ) / Σ hᵢ with hᵢ = c₄²/(1 − c₄²), for equal sizes S̄/c₄ (Burr 1969; Montgomery, eq. 6.26).
func sBar(d Data, _ int) Estimate { return subgroupAverage(d, deviationInSubgroup, true) }

// sBarPlain is the mean of sᵢ/c₄(nᵢ), every subgroup alike (qcc's UWAVE-SD).
func sBarPlain(d Data, _ int) Estimate { return subgroupAverage(d, deviationInSubgroup, false) }

// dispersion gives a subgroup's range or s with its mean and standard deviation in σ.
type dispersion func(g subgroups, i int) (value, mean, spread float64)

func rangeInSubgroup(g subgroups, i int) (value, mean, spread float64) {
	d2, d3 := D2D3(g.n[i])
	return g.spread[i], d2, d3
}

func deviationInSubgroup(g subgroups, i int) (value, mean, spread float64) {
	c := C4(float64(g.n[i]))
	return g.s[i], c, math.Sqrt(1 - c*c)
}

// subgroupAverage is the mean of value/mean over subgroups: with weights (mean/spread)², or all alike.
func subgroupAverage(d Data, of dispersion, weighted bool) (e Estimate) {
	weights, sum, total, variance := 0.0, 0.0, 0.0, 0.0
	g := subgroupsOf(d)
	for i := range g.n {
		if !g.used(d, i) {
			continue
		}
		value, mean, spread := of(g, i)
		w := 1.0
		if weighted {
			w = mean * mean / (spread * spread)
		}
		weights += w
		sum += w * value / mean
		variance += w * w * spread * spread / (mean * mean)
		total += value
		e.Count++
	}
	if e.Count > 0 {
		e.Sigma, e.DF, e.Average = sum/weights, equivalentDF(variance/(weights*weights)), total/float64(e.Count)
	}
	return e
}

// pooled is sₚ/c₄(ν + 1) with sₚ² = Σ (nᵢ − 1)sᵢ²/ν, ν = Σ (nᵢ − 1) (Montgomery, eq. 6.31), unbiased as in Minitab.
func pooled(d Data, _ int) (e Estimate) {
	ss, df := 0.0, 0.0
	g := subgroupsOf(d)
	for i := range g.n {
		if g.used(d, i) {
			ss += float64(g.n[i]-1) * g.s[i] * g.s[i]
			df += float64(g.n[i] - 1)
			e.Count++
		}
	}
	if e.Count > 0 {
		e.Average, e.DF = math.Sqrt(ss/df), df
		e.Sigma = e.Average / C4(df+1)
	}
	return e
}

// pooledPlain is sₚ itself, as Montgomery has it.
func pooledPlain(d Data, span int) Estimate {
	e := pooled(d, span)
	e.Sigma = e.Average
	return e
}
