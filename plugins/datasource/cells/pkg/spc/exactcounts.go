package spc

import "math"

// countLaw are binomial counts of so many units at a share, or Poisson counts of so many units at a rate.
type countLaw struct {
	binomial   bool
	rate, size float64
}

// exactCounts are the counts inside exact limits: from the least k with P(X ≤ k) ≥ tail to the greatest with P(X ≥ k) ≥ tail, so that a count
// beyond either has less than that probability. P(X ≥ k) is I_p(k, n − k + 1) of the binomial, P(k, np) of the Poisson law (NIST DLMF 8.17.5,
// 8.4.10). The tail is below 0.5.
func exactCounts(of countLaw, tail float64) (least, greatest float64) {
	return firstCount(func(k float64) bool { return of.atMost(k) >= tail }), firstCount(func(k float64) bool { return of.atLeast(k+1) < tail })
}

func (l countLaw) most() float64 {
	if l.binomial {
		return math.Floor(l.size)
	}
	return math.Inf(1)
}

func (l countLaw) atLeast(k float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > l.most():
		return 0
	case l.binomial:
		return BetaCDF(l.rate, k, l.size-k+1, false)
	}
	return GammaCDF(l.rate*l.size, k, false)
}

func (l countLaw) atMost(k float64) float64 {
	switch {
	case k < 0:
		return 0
	case k >= l.most():
		return 1
	case l.binomial:
		return BetaCDF(l.rate, k+1, l.size-k, true)
	}
	return GammaCDF(l.rate*l.size, k+1, true)
}

// firstCount is the first whole number from 0 on of which something is true, and of all after it.
func firstCount(holds func(k float64) bool) float64 {
	if holds(0) {
		return 0
	}
	low, high := 0.0, 1.0
	for !holds(high) {
		low, high = high, 2*high
	}
	for high-low > 1 {
		if middle := math.Floor((low + high) / 2); holds(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}
