package spc

import "math"

// ChiSquareQuantile is x with P(χ²(df) ≤ x) = p.
func ChiSquareQuantile(p, df float64) float64 { return 2 * gammaQuantile(p, df/2, false) }

// ChiSquareUpperQuantile is x with P(χ²(df) > x) = p.
func ChiSquareUpperQuantile(p, df float64) float64 { return 2 * gammaQuantile(p, df/2, true) }

// gammaQuantile is x with P(a, x) = p, or Q(a, x) = p with upperTail.
func gammaQuantile(p, a float64, upperTail bool) float64 {
	return a * math.Exp(gammaLogQuantile(p, a, upperTail))
}

// gammaLogQuantile is ln(x/a) with P(a, x) = p, or Q(a, x) = p with upperTail.
func gammaLogQuantile(p, a float64, upperTail bool) float64 {
	switch {
	case !(a > 0) || math.IsInf(a, 1) || !(p >= 0 && p <= 1):
		return math.NaN()
	case p == 0 || p == 1:
		if upperTail == (p == 0) {
			return math.Inf(1)
		}
		return math.Inf(-1)
	}
	// The smaller of the two tails keeps its digits.
	upper, goal, lower := upperTail == (p <= 0.5), min(p, 1-p), p
	if upperTail {
		lower = 1 - p
	}
	logGamma, _ := math.Lgamma(a)
	// In ln x both tails are nearly straight lines, and x cannot leave its support. Wilson & Hilferty 1931 to begin with.
	start := 3 * math.Log1p(max(-1, NormalQuantile(min(lower, 1-1e-16))/(3*math.Sqrt(a))-1/(9*a)))
	if math.IsInf(start, 0) || a < 0.5 {
		start = (math.Log(lower)+logGamma+math.Log(a))/a - math.Log(a)
	}
	return solveTail(start, goal, min(1, 1/math.Sqrt(a)), upper, func(u float64) (tail, slope float64) {
		mu, ratio := math.Expm1(u), math.Exp(u)
		if a >= largeShape {
			return gammaCDFAt(mu, ratio, a, upper), a * gammaTerm(mu, a)
		}
		return gammaCDFAt(mu, ratio, a, upper), math.Exp(a*(u+math.Log(a)) - a*ratio - logGamma)
	})
}

// gammaTerm is x^a e⁻ˣ/Γ(a + 1) at x = a(1 + mu) for large a, by Stirling's series (NIST DLMF 5.11.1).
func gammaTerm(mu, a float64) float64 {
	y := 1 / (a * a)
	stirling := (1.0/12 - y*(1.0/360-y*(1.0/1260-y/1680))) / a
	return math.Exp(-a*lessLog1p(mu, 1+mu)-stirling) / math.Sqrt(2*math.Pi*a)
}

// BetaQuantile is x with P(X ≤ x) = p for X ~ Beta(a, b), or P(X > x) = p with upper.
func BetaQuantile(p, a, b float64, upper bool) float64 {
	low, high := betaOdds(p, a, b, upper)
	return low / (low + high)
}

// betaOdds gives x and 1 − x up to a common factor, so that neither loses its digits.
func betaOdds(p, a, b float64, upper bool) (x, rest float64) {
	switch {
	case !(a > 0 && b > 0) || !(p >= 0 && p <= 1):
		return math.NaN(), 1
	case p == 0 || p == 1:
		if upper == (p == 0) {
			return 1, 0
		}
		return 0, 1
	}
	if p > 0.5 {
		upper, p = !upper, 1-p
	}
	la, _ := math.Lgamma(a)
	lb, _ := math.Lgamma(b)
	lab, _ := math.Lgamma(a + b)
	// In the log odds u both tails are nearly straight lines.
	u := solveTail(math.Log(a/b), p, 1, upper, func(u float64) (tail, slope float64) {
		lx, ly := -math.Log1p(math.Exp(-u)), -math.Log1p(math.Exp(u))
		slope = math.Exp(lab - la - lb + a*lx + b*ly)
		if upper {
			return BetaCDF(math.Exp(ly), b, a, false), slope
		}
		return BetaCDF(math.Exp(lx), a, b, false), slope
	})
	return math.Exp(min(u, 0)), math.Exp(-max(u, 0))
}

// solveTail finds u where a tail probability reaches goal: Newton on its logarithm, halving where a step leaves the bracket.
// The tail falls with u when upper, else it rises; slope is its derivative's size. unit is what u is small against.
func solveTail(u, goal, unit float64, upper bool, at func(u float64) (tail, slope float64)) float64 {
	low, high := math.Inf(-1), math.Inf(1)
	direction := 1.0
	if upper {
		direction = -1
	}
	want := math.Log(goal)
	for range 200 {
		tail, slope := at(u)
		away := direction * (math.Log(tail) - want)
		if away > 0 {
			high = u
		} else {
			low = u
		}
		next := u - away*tail/slope
		if !(next > low && next < high) || math.IsInf(next, 0) {
			switch {
			case math.IsInf(low, -1):
				next = high - 2*(1+math.Abs(high)/2)
			case math.IsInf(high, 1):
				next = low + 2*(1+math.Abs(low)/2)
			default:
				next = 0.5 * (low + high)
			}
		}
		if fine := 4e-16 * max(unit, math.Abs(u)); math.Abs(next-u) <= fine || high-low <= fine {
			return next
		}
		u = next
	}
	return u
}

// FQuantile is f with P(F ≤ f) = p, or P(F > f) = p with upper.
func FQuantile(p, d1, d2 float64, upper bool) float64 {
	b, rest := betaOdds(p, d1/2, d2/2, upper)
	return d2 * b / (d1 * rest)
}

// TQuantile is t with P(T ≤ t) = p.
func TQuantile(p, df float64) float64 {
	if p == 0.5 {
		return 0
	}
	b, rest := betaOdds(2*min(p, 1-p), df/2, 0.5, false)
	t := math.Sqrt(df * rest / b)
	if p < 0.5 {
		return -t
	}
	return t
}
