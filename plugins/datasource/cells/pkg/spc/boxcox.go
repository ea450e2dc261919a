package spc

import "math"

// boxCoxTransform is (x^λ − 1)/λ, ln x at 0; without cancellation for small λ.
func boxCoxTransform(x, lambda float64) float64 {
	log := math.Log(x)
	if lambda == 0 {
		return log
	}
	return math.Expm1(lambda*log) / lambda
}

// BoxCox is λ in [−5, 5] that maximises −(n/2) ln(SS(λ)/n) + (λ − 1) Σ ln x, with that likelihood (Box & Cox 1964, JRSS B 26,
// 211–252). ok is false below 3 values, without spread, or with a value ≤ 0.
func BoxCox(values []float64) (lambda, logLikelihood float64, ok bool) {
	present := presentValues(values, nil)
	logs, ok := logarithms(present, 1)
	if !ok || len(present) < 3 || !(MomentsOf(present, nil).SS > 0) {
		return 0, 0, false
	}
	sumLog := 0.0
	for _, l := range logs {
		sumLog += l
	}
	n, scratch := float64(len(present)), make([]float64, len(present))
	// Scaling by the geometric mean changes nothing but the rounding.
	g := math.Exp(sumLog / n)
	likelihood := func(lambda float64) float64 {
		for i, x := range present {
			scratch[i] = boxCoxTransform(x/g, lambda)
		}
		return -n / 2 * math.Log(MomentsOf(scratch, nil).SS/n)
	}
	lambda = maximise(likelihood, -5, 5, 1e-9)
	return lambda, likelihood(lambda) - sumLog, true
}
