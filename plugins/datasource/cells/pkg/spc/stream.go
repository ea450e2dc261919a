package spc

import "math"

// EWMA is the memory of an exponentially weighted moving average: all that an alert needs of the past. Take NewEWMA.
type EWMA struct {
	Lambda, Centre  float64
	Steady          bool
	level, variance float64
}

// NewEWMA begins at the centre, 0 < λ ≤ 1. Steady takes the asymptotic σ in place of the exact one, which widens from the
// start.
func NewEWMA(lambda, centre float64, steady bool) EWMA {
	return EWMA{Lambda: lambda, Centre: centre, Steady: steady, level: centre}
}

// Restart forgets all points: before a break and at an excluded point.
func (e *EWMA) Restart() { e.level, e.variance = e.Centre, 0 }

// Add takes a point with its σ and gives zᵢ = λxᵢ + (1 − λ)zᵢ₋₁ and its σ, √(λ²σᵢ² + (1 − λ)²σ²(zᵢ₋₁)) (Lucas & Saccucci
// 1990, Technometrics 32, 1–12). A missing point (NaN) leaves the memory and gives NaN.
func (e *EWMA) Add(x, sigma float64) (z, spread float64) {
	if x != x {
		return math.NaN(), math.NaN()
	}
	s2, rest := sigma*sigma, 1-e.Lambda
	e.level += e.Lambda * (x - e.level)
	e.variance = e.Lambda*e.Lambda*s2 + rest*rest*e.variance
	if e.Steady {
		return e.level, math.Sqrt(s2 * e.Lambda / (2 - e.Lambda))
	}
	return e.level, math.Sqrt(e.variance)
}

// CUSUM is the memory of a tabular CUSUM. Take NewCUSUM.
type CUSUM struct {
	Centre, K, H, HeadStart float64
	Standardised            bool
	high, low               float64
	running                 bool
}

// NewCUSUM takes reference value k and decision interval h in σ of the points; headStart f begins at f·h·σ (FIR, Lucas &
// Crosier 1982, Technometrics 24, 199–205). Standardised sums are in σ, others in the unit of the values.
func NewCUSUM(centre, k, h, headStart float64, standardised bool) CUSUM {
	return CUSUM{Centre: centre, K: k, H: h, HeadStart: headStart, Standardised: standardised}
}

// Restart begins both sums anew with the next point.
func (c *CUSUM) Restart() { c.running = false }

// Add takes a point with its σ and gives C⁺ = max(0, C⁺ + x − T − kσ), C⁻ = max(0, C⁻ + T − x − kσ) and their limit hσ
// (Montgomery, ISQC 7th ed., §9.1). A missing point (NaN) leaves the sums and gives NaN.
func (c *CUSUM) Add(x, sigma float64) (high, low, limit float64) {
	if x != x {
		return math.NaN(), math.NaN(), math.NaN()
	}
	unit, away := sigma, x-c.Centre
	if c.Standardised {
		unit, away = 1, away/sigma
	}
	limit = c.H * unit
	if !c.running {
		c.high, c.low, c.running = c.HeadStart*limit, c.HeadStart*limit, true
	}
	c.high = math.Max(0, c.high+away-c.K*unit)
	c.low = math.Max(0, c.low-away-c.K*unit)
	return c.high, c.low, limit
}
