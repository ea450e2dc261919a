package spc

import "math"

// mewma is MEWMA: Z = λ(x − μ) + (1 − λ)Z, T² = Zᵀ Σ_Z⁻¹ Z with Σ_Z = λ/(2 − λ)·(1 − (1 − λ)²ⁱ)·Σ/n, or its limit when steady
// (Lowry, Woodall, Champ & Rigdon 1992, Technometrics 34, 46–53; Montgomery, ISQC 7th ed., §11.4). The limit h is Limit where
// stated, else the one with in-control run length 1/α (MEWMALimit; λ ≥ 0.001). A missing point leaves the memory, a break or an
// excluded point starts it anew.
var mewma = Chart{
	ID: "mewma", Title: "MEWMA", Family: "multivariate", Input: "rows", whyNot: singularCovariance,
	fit: func(d Data, o Options) (Fit, bool) {
		fit, ok := multivariateFit("mewma", d, o.Successive)
		if !ok {
			return fit, false
		}
		_, ok = cholesky(fit.Covariance, d.width())
		return fit, ok
	},
	parts: func(d Data, fit Fit, o Options) []Part {
		p, g := d.width(), gather(d)
		part := newPart("mewma", false, len(g.n))
		lower, ok := cholesky(fit.Covariance, p)
		if !ok || len(fit.Means) < p {
			return []Part{part}
		}
		limit := o.Limit
		if math.IsNaN(limit) {
			limit = MEWMALimit(p, o.Lambda, 1/o.Alpha)
		}
		z, scratch, rest := make([]float64, p), make([]float64, p), 1-o.Lambda
		variance := 0.0
		for i, n := range g.n {
			if d.breaks(i) || d.excluded(i) {
				clear(z)
				variance = 0
			}
			if n == 0 || d.excluded(i) {
				continue
			}
			for j := range z {
				z[j] = o.Lambda*(g.means[i*p+j]-fit.Means[j]) + rest*z[j]
			}
			variance = o.Lambda*o.Lambda/float64(n) + rest*rest*variance
			scale := variance
			if o.Steady {
				scale = o.Lambda / (2 - o.Lambda) / float64(n)
			}
			part.Points[i] = quadraticForm(lower, z, scratch) / scale
			part.Centre[i], part.LCL[i], part.UCL[i] = float64(p), 0, limit
		}
		return []Part{part}
	},
}
