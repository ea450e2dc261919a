package spc

import "math"

// cpmOf is Cpm about the target T, with τ the root mean square distance from it. Form nist: (USL − LSL)/6τ, τ² = s² + (x̄ − T)²
// (NIST e-Handbook 7.1.6; Chan, Cheng & Spiring 1988, JQT 20, 162–175); T is the middle where none is stated, both limits are
// needed. Form minitab (JASP alike): min(T − LSL, USL − T)/3τ, or the only side, τ² = Σ(x − T)²/n; a stated T is needed. NaN
// where what is needed is missing, or without spread about T.
func cpmOf(form string, n, mean, overall float64, spec Spec) float64 {
	lsl, usl := spec.bounds()
	target, s2, room := spec.target(), overall*overall, (usl-lsl)/2
	if form == "minitab" {
		if spec.Target == nil {
			return math.NaN()
		}
		s2 *= (n - 1) / n
		room = lesser(target-lsl, usl-target)
	}
	if tau := math.Sqrt(s2 + (mean-target)*(mean-target)); tau > 0 {
		return room / (3 * tau)
	}
	return math.NaN()
}
