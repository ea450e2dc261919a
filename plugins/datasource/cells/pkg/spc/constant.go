package spc

import (
	"math"
	"sync"
)

// C4 is the mean of s/σ for a normal sample of n: √(2/(n−1)) · Γ(n/2) / Γ((n−1)/2) (Montgomery, Introduction to
// Statistical Quality Control, 7th ed., eq. 6.24). NaN below 2.
func C4(n float64) float64 {
	if !(n >= 2) {
		return math.NaN()
	}
	return math.Sqrt(2/(n-1)) * halfGammaRatio((n-1)/2)
}

// halfGammaRatio is Γ(x + ½)/Γ(x). Large x would overflow Γ and cost digits in a difference of logarithms; there the
// asymptotic series holds to the last digit (NIST DLMF 5.11.13).
func halfGammaRatio(x float64) float64 {
	if x < 50 {
		return math.Gamma(x+0.5) / math.Gamma(x)
	}
	y := 1 / x
	series := 1 + y*(-1.0/8+y*(1.0/128+y*(5.0/1024+y*(-21.0/32768+y*(-399.0/262144+y*869.0/4194304)))))
	return math.Sqrt(x) * series
}

// The range distribution is integrated over [−reach, reach] in steps that leave rounding only (trapezoidal rule on a
// smooth, fast decaying integrand).
const (
	rangeStep  = 0.05
	rangeReach = 9.5
)

var rangeGrid = sync.OnceValue(func() (grid [][3]float64) {
	steps := int(math.Round(2 * rangeReach / rangeStep))
	for i := range steps + 1 {
		x := -rangeReach + float64(i)*rangeStep
		grid = append(grid, [3]float64{x, NormalPDF(x), NormalCDF(x)})
	}
	return grid
})

// RangeCDF is P(R ≤ w) of the range of n standard normal values: n ∫ φ(x) [Φ(x+w) − Φ(x)]ⁿ⁻¹ dx (David & Nagaraja, Order
// Statistics, 3rd ed., eq. 2.3.3).
func RangeCDF(w float64, n int) float64 {
	if n < 2 || math.IsNaN(w) {
		return math.NaN()
	}
	if w <= 0 {
		return 0
	}
	sum := 0.0
	for _, g := range rangeGrid() {
		sum += g[1] * math.Pow(NormalCDF(g[0]+w)-g[2], float64(n-1))
	}
	return math.Min(1, float64(n)*sum*rangeStep)
}

var rangeMoments = cache[int, [2]float64]{made: map[int][2]float64{}}

// D2D3 are mean and standard deviation of R/σ for the range of n normal values: d₂ = ∫ (1 − F) dw,
// d₃² = 2 ∫ w (1 − F) dw − d₂². NaN below 2. No table is involved; every n asked for is kept.
func D2D3(n int) (d2, d3 float64) {
	if n < 2 {
		return math.NaN(), math.NaN()
	}
	m := rangeMoments.of(n, rangeMomentsOf)
	return m[0], m[1]
}

func rangeMomentsOf(n int) [2]float64 {
	nodes, weights := gaussLegendre(16)
	first, second := 0.0, 0.0
	// Beyond 2√(2 ln n) + 9 nothing of the distribution is left in double precision.
	for panel := range int(math.Ceil(2*math.Sqrt(2*math.Log(float64(n))) + 9.5)) {
		for k, x := range nodes {
			w := float64(panel) + 0.5 + 0.5*x
			tail := 0.5 * weights[k] * (1 - RangeCDF(w, n))
			first += tail
			second += 2 * w * tail
		}
	}
	return [2]float64{first, math.Sqrt(second - first*first)}
}

type rangeTail struct {
	p float64
	n int
}

var rangeQuantiles = cache[rangeTail, float64]{made: map[rangeTail]float64{}}

// RangeQuantile is w with P(R ≤ w) = p for the range of n standard normal values, 0 < p < 1.
func RangeQuantile(p float64, n int) float64 {
	if n < 2 || !(p > 0 && p < 1) {
		return math.NaN()
	}
	return rangeQuantiles.of(rangeTail{p, n}, func(rangeTail) float64 {
		low, high := 0.0, 2*rangeReach+2*math.Sqrt(2*math.Log(float64(n)))
		for step := 0; step < 200 && high-low > 1e-15*high; step++ {
			middle := 0.5 * (low + high)
			if RangeCDF(middle, n) < p {
				low = middle
			} else {
				high = middle
			}
		}
		return 0.5 * (low + high)
	})
}
