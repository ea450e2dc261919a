package spc

import "math"

// Estimate is an estimate of σ of single values; Average is the dispersion averaged (R̄, S̄, MR̄, pooled s), Count how
// many of them.
type Estimate struct {
	Method         string
	Sigma, Average float64
	Count          int
}

// SigmaMethod is a way to estimate σ; ok is false for too little data.
type SigmaMethod struct {
	ID, Title string
	estimate  func(Data) (sigma, average float64, count int)
}

// SigmaMethods are all estimators: sources and choices are those of the TypeScript statistics, which the same corpus binds.
var SigmaMethods = []SigmaMethod{
	{"r-bar", "R̄/d₂", rBar},
	{"s-bar", "S̄/c₄", sBar},
	{"pooled", "pooled s", pooled},
	{"mr-bar", "MR̄/d₂", mrBar},
	{"overall", "overall s", overall},
}

// EstimateSigma estimates σ by a method of the registry; ok is false for too little data or an unknown method.
func EstimateSigma(method string, d Data) (e Estimate, ok bool) {
	for _, m := range SigmaMethods {
		if m.ID == method {
			e = Estimate{Method: method}
			e.Sigma, e.Average, e.Count = m.estimate(d)
			return e, e.Count > 0
		}
	}
	return e, false
}

// rBar is Σ wᵢ Rᵢ/d₂(nᵢ) / Σ wᵢ with wᵢ = d₂²/d₃², for equal sizes R̄/d₂ (Burr 1969; Montgomery, ISQC 7th ed., eq. 6.6).
func rBar(d Data) (sigma, average float64, count int) {
	return weighted(d, func(g subgroup) (value, constant, weight float64) {
		d2, d3 := D2D3(g.n)
		return g.spread, d2, d2 * d2 / (d3 * d3)
	})
}

// sBar is Σ hᵢ sᵢ/c₄(nᵢ) / Σ hᵢ with hᵢ = c₄²/(1 − c₄²), for equal sizes S̄/c₄ (Burr 1969; Montgomery, eq. 6.26).
func sBar(d Data) (sigma, average float64, count int) {
	return weighted(d, func(g subgroup) (value, constant, weight float64) {
		c := C4(float64(g.n))
		return g.s, c, c * c / (1 - c*c)
	})
}

func weighted(d Data, of func(g subgroup) (value, constant, weight float64)) (sigma, average float64, count int) {
	weights, sum, total := 0.0, 0.0, 0.0
	for point, g := range subgroups(d) {
		if g.n < 2 || d.excluded(point) {
			continue
		}
		value, constant, weight := of(g)
		weights += weight
		sum += weight * value / constant
		total += value
		count++
	}
	if count == 0 {
		return 0, 0, 0
	}
	return sum / weights, total / float64(count), count
}

// pooled is sₚ/c₄(ν + 1) with sₚ² = Σ (nᵢ − 1)sᵢ²/ν, ν = Σ (nᵢ − 1) (Montgomery, eq. 6.31), unbiased as in Minitab.
func pooled(d Data) (sigma, average float64, count int) {
	ss, df := 0.0, 0
	for point, g := range subgroups(d) {
		if g.n < 2 || d.excluded(point) {
			continue
		}
		ss += float64(g.n-1) * g.s * g.s
		df += g.n - 1
		count++
	}
	if df == 0 {
		return 0, 0, 0
	}
	average = math.Sqrt(ss / float64(df))
	return average / C4(float64(df+1)), average, count
}

// mrBar is MR̄/d₂(2), exact d₂(2) = 2/√π and not 1.128 (Montgomery, eq. 6.33; NIST e-Handbook 6.3.2.2).
func mrBar(d Data) (sigma, average float64, count int) {
	sum := 0.0
	for _, r := range movingRanges(d) {
		if !math.IsNaN(r) {
			sum += r
			count++
		}
	}
	if count == 0 {
		return 0, 0, 0
	}
	d2, _ := D2D3(2)
	average = sum / float64(count)
	return average / d2, average, count
}

// overall is the sample standard deviation of all values together, the σ of Pp and Ppk.
func overall(d Data) (sigma, average float64, count int) {
	m := momentsOf(d, 0, d.Points(), true)
	if m.n < 2 {
		return 0, 0, 0
	}
	sigma = math.Sqrt(m.ss / float64(m.n-1))
	return sigma, sigma, m.n
}
