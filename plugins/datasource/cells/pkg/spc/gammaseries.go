package spc

import "math"

// largeGamma: from here on the asymptotic series hold to the last digit.
const largeGamma = 20

// digammaLessLog is ψ(k) − ln k by its series for large k (NIST DLMF 5.11.2), where the difference of the two would lose its
// digits, after as many steps of ψ(k + 1) = ψ(k) + 1/k as that takes. (gonum's Digamma holds ten digits only.)
func digammaLessLog(k float64) float64 {
	moved, steps := k, 0.0
	for ; moved < largeGamma; moved++ {
		steps += 1 / moved
	}
	y := 1 / (moved * moved)
	return -1/(2*moved) - y*(1.0/12-y*(1.0/120-y*(1.0/252-y*(1.0/240-y/132)))) + math.Log(moved/k) - steps
}

// stirlingRest is k ln k − k − ln Γ(k), by Stirling's series (NIST DLMF 5.11.1) for large k, where its terms would cancel.
func stirlingRest(k float64) float64 {
	if k < largeGamma {
		logGamma, _ := math.Lgamma(k)
		return k*math.Log(k) - k - logGamma
	}
	y := 1 / (k * k)
	return 0.5*math.Log(k/(2*math.Pi)) - (1.0/12-y*(1.0/360-y*(1.0/1260-y/1680)))/k
}

// lessLog1p is d − ln(1 + d) for d > −1, without cancellation; ratio is 1 + d, which may be known with more digits.
func lessLog1p(d, ratio float64) float64 {
	if math.Abs(d) > 0.1 {
		return d - math.Log(ratio)
	}
	sum := 0.0
	for j := 18.0; j >= 2; j-- {
		sum = 1/j - d*sum
	}
	return d * d * sum
}
