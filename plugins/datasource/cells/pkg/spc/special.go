package spc

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Distribution functions stand on gonum's mathext (BSD-3; Cephes) and on math, the kept libraries of Go. Inverses are
// polished by Newton steps on the accurate direct functions, because Cephes' own stop early in the tails.

// NormalPDF is the density of the standard normal distribution.
func NormalPDF(z float64) float64 { return math.Exp(-0.5*z*z) / math.Sqrt(2*math.Pi) }

// NormalCDF is P(Z ≤ z), with its relative accuracy in the lower tail.
func NormalCDF(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// NormalSF is P(Z > z), with its relative accuracy in the upper tail.
func NormalSF(z float64) float64 { return 0.5 * math.Erfc(z/math.Sqrt2) }

// LogNormalSF is ln P(Z > z), also where the probability itself is too small for a number (Abramowitz & Stegun 26.2.12).
func LogNormalSF(z float64) float64 {
	if z < 30 {
		return math.Log(NormalSF(z))
	}
	y := 1 / (z * z)
	return -math.Log(z*math.Sqrt(2*math.Pi)) - 0.5*z*z + math.Log1p(-y*(1-y*(3-15*y)))
}

// NormalQuantile is z with P(Z ≤ z) = p; ∓Inf at the ends, NaN outside [0, 1].
func NormalQuantile(p float64) float64 {
	if !(p >= 0 && p <= 1) {
		return math.NaN()
	}
	return mathext.NormalQuantile(p)
}

// ChiSquareCDF is P(χ² ≤ x), or P(χ² > x) with upper.
func ChiSquareCDF(x, df float64, upper bool) float64 {
	switch {
	case !(df > 0) || math.IsNaN(x):
		return math.NaN()
	case x <= 0 || math.IsInf(x, 1):
		if upper == (x <= 0) {
			return 1
		}
		return 0
	}
	return GammaCDF(x/2, df/2, upper)
}

// From largeShape on, and nearer to the shape than nearShape of it, the uniform expansion is asked in place of Cephes.
const (
	largeShape = 200
	nearShape  = 0.3
)

// GammaCDF is the regularised incomplete gamma function P(a, x), or Q(a, x) with upper; x ≥ 0. NaN where a is not a positive
// number.
func GammaCDF(x, a float64, upper bool) float64 {
	if !(a > 0) || math.IsInf(a, 1) || math.IsNaN(x) {
		return math.NaN()
	}
	if x = max(0, x); math.IsInf(x, 1) || x == 0 {
		if upper == (x == 0) {
			return 1
		}
		return 0
	}
	if mu := (x - a) / a; a >= largeShape && math.Abs(mu) < nearShape {
		return gammaUniform(mu, a, upper)
	}
	if upper {
		return mathext.GammaIncRegComp(a, x)
	}
	return mathext.GammaIncReg(a, x)
}

// gammaCDFAt is the same at x = a·ratio, ratio = 1 + mu: where x and a agree in most of their digits, mu still has its own.
func gammaCDFAt(mu, ratio, a float64, upper bool) float64 {
	if a >= largeShape && math.Abs(mu) < nearShape {
		return gammaUniform(mu, a, upper)
	}
	return GammaCDF(a*ratio, a, upper)
}

// BetaCDF is P(X ≤ x) for X ~ Beta(a, b), or P(X > x) with upper.
func BetaCDF(x, a, b float64, upper bool) float64 {
	if !(a > 0 && b > 0) || math.IsInf(a, 1) || math.IsInf(b, 1) || math.IsNaN(x) {
		return math.NaN()
	}
	x = min(1, max(0, x))
	if upper {
		return mathext.RegIncBeta(b, a, 1-x)
	}
	return mathext.RegIncBeta(a, b, x)
}

// FCDF is P(F ≤ f), or P(F > f) with upper; F = (d2/d1)·B/(1 − B), B ~ Beta(d1/2, d2/2).
func FCDF(f, d1, d2 float64, upper bool) float64 {
	switch {
	case math.IsNaN(f):
		return f
	case f <= 0 || math.IsInf(f, 1):
		if upper == (f <= 0) {
			return 1
		}
		return 0
	case upper:
		return BetaCDF(d2/(d2+d1*f), d2/2, d1/2, false)
	}
	return BetaCDF(d1*f/(d2+d1*f), d1/2, d2/2, false)
}

// TSF is P(T > t) with df degrees of freedom.
func TSF(t, df float64) float64 {
	tail := 0.5 * BetaCDF(df/(df+t*t), df/2, 0.5, false)
	if t >= 0 {
		return tail
	}
	return 1 - tail
}
