package spc

import "math"

// Powers of 1/a and of η that leave less than the last digit for a ≥ largeShape and |x − a| < nearShape·a.
const (
	uniformPowers = 7
	uniformTerms  = 18
)

// invertedEta is α of μ = Σ αₙ ηⁿ (DLMF 8.12.12): α₁ 1, α₂ 1/3, α₃ 1/36 …
func invertedEta(count int) []float64 {
	alpha := make([]float64, count+1)
	alpha[1] = 1
	for n := 2; n <= count; n++ {
		sum := alpha[n-1]
		for j := 2; j < n; j++ {
			sum -= float64(j) * alpha[j] * alpha[n-j+1]
		}
		alpha[n] = sum / float64(n+1)
	}
	return alpha
}

// uniform is dₖₙ of cₖ(η) = Σ dₖₙ ηⁿ (DLMF 8.12.12 and 8.12.13), with Stirling's gₖ = 1·3·5…(2k + 1) α₂ₖ₊₁.
var uniform = func() (rows [uniformPowers][uniformTerms]float64) {
	longest := 2*uniformPowers + uniformTerms
	alpha := invertedEta(longest + 2)
	first := make([]float64, longest)
	for n := range first {
		first[n] = float64(n+2) * alpha[n+2]
	}
	first[0]--
	before, odd := first, 1.0
	for k := range rows {
		if k > 0 {
			odd *= float64(2*k + 1)
			stirling := odd * alpha[2*k+1]
			if k%2 == 1 {
				stirling = -stirling
			}
			own := make([]float64, len(before)-2)
			for n := range own {
				own[n] = stirling*first[n] + float64(n+2)*before[n+2]
			}
			before = own
		}
		copy(rows[k][:], before)
	}
	return rows
}()

// gammaUniform is P(a, x), or Q(a, x) with upper, at x = a(1 + mu) by the uniform expansion for large a (Temme 1979, SIAM J.
// Math. Anal. 10, 757–766; DLMF 8.12.3–8.12.7). mu is taken for itself, so that no digits go with x − a.
func gammaUniform(mu, a float64, upper bool) float64 {
	half := lessLog1p(mu, 1+mu)
	eta, sum := math.Copysign(math.Sqrt(2*half), mu), 0.0
	for k := uniformPowers - 1; k >= 0; k-- {
		c := 0.0
		for n := uniformTerms - 1; n >= 0; n-- {
			c = uniform[k][n] + eta*c
		}
		sum = c + sum/a
	}
	rest, z := math.Exp(-a*half)/math.Sqrt(2*math.Pi*a)*sum, eta*math.Sqrt(a)
	if upper {
		return NormalSF(z) + rest
	}
	return NormalCDF(z) - rest
}
