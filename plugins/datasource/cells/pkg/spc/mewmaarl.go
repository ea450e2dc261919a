package spc

import "math"

// LeastMEWMALambda is the smallest λ whose run length can be computed.
const LeastMEWMALambda = 1e-3

// lengthDensity is the density at t > 0 of the length of a p-dimensional standard normal vector whose mean has length d: the
// Poisson mixture of central χ densities, summed both ways from its largest term.
func lengthDensity(t, p, d float64) float64 {
	q, b := d*t/2*(d*t/2), p/2-1
	// The terms qʲ/(j! Γ(j + p/2)) are largest where j(j + p/2 − 1) = q.
	mode := math.Floor((math.Sqrt(b*b+4*q) - b) / 2)
	power := 0.0
	if q > 0 {
		power = mode * math.Log(q)
	}
	first, _ := math.Lgamma(mode + 1)
	second, _ := math.Lgamma(mode + p/2)
	log := power - first - second - (d*d+t*t)/2 + (p-1)*math.Log(t)
	sum, term := 1.0, 1.0
	for j := mode; term > 1e-17; j++ {
		term *= q / ((j + 1) * (j + p/2))
		sum += term
	}
	term = 1
	for j := mode; j > 0 && term > 1e-17; j-- {
		term *= j * (j - 1 + p/2) / q
		sum += term
	}
	return sum * math.Exp(log-b*math.Ln2)
}

// longerThan is P(length > t) of the same vector: the Poisson mixture of central χ² tails, each from the one before.
func longerThan(t, p, d float64) float64 {
	x, half := t*t/2, d*d/2
	// Below this nothing is left of the Poisson law.
	first := math.Max(0, math.Floor(half-10*math.Sqrt(half)))
	a, power := p/2+first, 0.0
	if first > 0 {
		power = first * math.Log(half)
	}
	factorial, _ := math.Lgamma(first + 1)
	gamma, _ := math.Lgamma(a + 1)
	weight, tail := math.Exp(power-half-factorial), ChiSquareCDF(t*t, 2*a, true)
	// Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ/Γ(a + 1).
	step, sum := math.Exp(a*math.Log(x)-x-gamma), 0.0
	for j := first; j < half || weight > 1e-18; j++ {
		sum += weight * tail
		tail += step
		step *= x / (p/2 + j + 1)
		weight *= half / (j + 1)
	}
	return sum
}

// MEWMAARL is the in-control run length of MEWMA of p variables with asymptotic covariance and limit h: ‖Z‖ is a Markov process
// on [0, √(hλ/(2 − λ))], whose integral equation is solved by Gauss–Legendre in ‖Z‖ (Rigdon 1995, J. Statist. Comput. Simul. 52,
// 351–365; Knoth 2017, J. Quality Technology 49, 78–89). p 2, λ 0.1, h 8.64 gives 200 (Prabhu & Runger 1997).
func MEWMAARL(p int, lambda, h float64) float64 {
	if lambda == 1 {
		return 1 / ChiSquareCDF(h, float64(p), true)
	}
	reach := math.Sqrt(h * lambda / (2 - lambda))
	n := min(400, max(40, int(math.Ceil(4*reach/lambda))))
	nodes, weights := gaussLegendre(n)
	at := func(i int) float64 { return reach / 2 * (1 + nodes[i]) }
	kernel := func(from float64, j int) float64 {
		return reach / 2 / lambda * weights[j] * lengthDensity(at(j)/lambda, float64(p), (1-lambda)*from/lambda)
	}
	matrix, exit := make([]float64, n*n), make([]float64, n)
	for i := range n {
		exit[i] = longerThan(reach/lambda, float64(p), (1-lambda)*at(i)/lambda)
		for j := range n {
			matrix[i*n+j] = kernel(at(i), j)
		}
	}
	arl := 1.0
	for j, a := range meanSteps(matrix, exit) {
		arl += kernel(0, j) * a
	}
	return arl
}

type mewmaKey struct {
	p            int
	lambda, arl0 float64
}

var mewmaLimits = cache[mewmaKey, float64]{made: map[mewmaKey]float64{}}

// MEWMALimit is the limit h for which MEWMA of p variables has the in-control run length arl0; kept. NaN for λ below 0.001.
func MEWMALimit(p int, lambda, arl0 float64) float64 {
	if !(lambda >= LeastMEWMALambda) {
		return math.NaN()
	}
	return mewmaLimits.of(mewmaKey{p, lambda, arl0}, func(mewmaKey) float64 {
		// Memory only makes runs longer: the limit without it, λ = 1, lies above.
		most := ChiSquareUpperQuantile(1/arl0, float64(p))
		if lambda == 1 {
			return most
		}
		return findRoot(func(h float64) float64 { return math.Log(MEWMAARL(p, lambda, h)) }, math.Log(arl0), 1e-9, most)
	})
}
