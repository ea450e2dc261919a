package spc

import "math"

// boxCoxTransform is (x^λ − 1)/λ of ln x, ln x at 0; without cancellation for small λ.
func boxCoxTransform(log, lambda float64) float64 {
	if lambda == 0 {
		return log
	}
	return math.Expm1(lambda*log) / lambda
}

// boxCoxSlope is (u eᵘ − eᵘ + 1)/u², by its series Σ uᵏ (k + 1)/(k + 2)! where that would cancel.
func boxCoxSlope(u float64) float64 {
	if math.Abs(u) > 0.5 {
		return (u*math.Exp(u) - math.Expm1(u)) / (u * u)
	}
	// Each term is the one before times u (k + 1)/(k (k + 2)).
	sum, term := 0.5, 0.5
	for k := 1.0; k <= 14; k++ {
		term *= u * (k + 1) / (k * (k + 2))
		sum += term
	}
	return sum
}

// BoxCox is λ in [−5, 5] that maximises −(n/2) ln(SS(λ)/n) + (λ − 1) Σ ln x (Box & Cox 1964, JRSS B 26, 211–252), as the root of
// its derivative, with that likelihood. ok is false below 3 values, without spread, or with a value ≤ 0.
func BoxCox(values []float64) (lambda, logLikelihood float64, ok bool) {
	present := presentValues(values, nil)
	m := MomentsOf(present, nil)
	logs, ok := logRatios(present, m.Mean)
	if !ok || len(present) < 3 || !(m.SS > 0) {
		return 0, 0, false
	}
	// Divided by the geometric mean, values have Σ ln x = 0: only the sum of squares remains.
	n, offset := float64(len(logs)), MomentsOf(logs, nil).Mean
	meanLog, transformed := math.Log(m.Mean)+offset, make([]float64, len(logs))
	for i := range logs {
		logs[i] -= offset
	}
	moments := func(lambda float64) Moments {
		for i, l := range logs {
			transformed[i] = boxCoxTransform(l, lambda)
		}
		return MomentsOf(transformed, nil)
	}
	// Derivative of half the sum of squares: Σ (t − t̄) dt/dλ.
	slope := func(lambda float64) (sum float64) {
		mean := moments(lambda).Mean
		for i, l := range logs {
			sum += (transformed[i] - mean) * l * l * boxCoxSlope(lambda*l)
		}
		return sum
	}
	lambda = findRoot(slope, 0, -5, 5)
	return lambda, -n/2*math.Log(moments(lambda).SS/n) - n*meanLog, true
}
