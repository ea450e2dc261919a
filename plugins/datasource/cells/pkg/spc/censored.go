package spc

import "math"

// CensoredFit is a normal distribution where some values are only bounds.
type CensoredFit struct {
	Mean, Sigma     float64
	N, Below, Above int
}

// FitCensored is maximum likelihood where some values are only known to lie below (side −1) or above (+1) the number given: a
// leak below detection, a hi-pot that did not break down. EM algorithm (Dempster, Laird & Rubin 1977; Wolynetz 1979, AS 138),
// divisor n. ok is false below two exact values or without their spread.
func FitCensored(values []float64, side []int) (fit CensoredFit, ok bool) {
	bounds := make([]bool, len(values))
	for i, x := range values {
		bounds[i] = side[i] != 0
		switch {
		case x != x:
			continue
		case side[i] < 0:
			fit.Below++
		case side[i] > 0:
			fit.Above++
		}
		fit.N++
	}
	start := MomentsOf(values, bounds)
	if start.N < 2 || !(start.SS > 0) {
		return fit, false
	}
	n, mean, variance := float64(fit.N), 0.0, start.SS/float64(start.N)
	for range 100_000 {
		sigma, first, second := math.Sqrt(variance), 0.0, 0.0
		for i, v := range values {
			if v != v {
				continue
			}
			x := v - start.Mean
			z := (x - mean) / sigma
			if side[i] == 0 {
				first += x
				second += (x - mean) * (x - mean)
				continue
			}
			// Mean and mean square of what lies beyond z, by the inverse Mills ratio.
			mills := float64(side[i]) * millsInverse(float64(side[i])*z)
			first += mean + sigma*mills
			second += variance * (1 + z*mills)
		}
		next := first / n
		spread := second/n - (next-mean)*(next-mean)
		change := math.Abs(next-mean)/sigma + math.Abs(spread-variance)/variance
		mean, variance = next, spread
		if change < 1e-13 {
			break
		}
	}
	fit.Mean, fit.Sigma = start.Mean+mean, math.Sqrt(variance)
	return fit, true
}

// millsInverse is φ(z)/P(Z > z), the mean of what lies beyond z; by its series where both are too small to divide (Abramowitz &
// Stegun 26.2.12).
func millsInverse(z float64) float64 {
	if z < 30 {
		return NormalPDF(z) / NormalSF(z)
	}
	return z + (1-(2-10/(z*z))/(z*z))/z
}
