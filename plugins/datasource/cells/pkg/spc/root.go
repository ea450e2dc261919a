package spc

import "math"

// findRoot is x in [low, high] where an increasing function reaches goal, to relative 1e-13, by Chandrupatla's method (1997,
// Advances in Engineering Software 28, 145–149): inverse quadratic steps where they are safe, else halving. An end where the
// goal lies outside.
func findRoot(increasing func(x float64) float64, goal, low, high float64) float64 {
	a, b := high, low
	fa, fb := increasing(a)-goal, increasing(b)-goal
	if fb >= 0 {
		return low
	}
	if fa <= 0 {
		return high
	}
	var c, fc float64
	t := 0.5
	for range 200 {
		x := a + t*(b-a)
		f := increasing(x) - goal
		if (f > 0) == (fa > 0) {
			c, fc = a, fa
		} else {
			c, fc = b, fb
			b, fb = a, fa
		}
		a, fa = x, f
		best := b
		if math.Abs(fa) < math.Abs(fb) {
			best = a
		}
		tolerance := 1e-13*math.Abs(best) + 1e-300
		least := tolerance / math.Abs(b-a)
		if f == 0 || least > 0.5 {
			return best
		}
		xi, phi := (a-b)/(c-b), (fa-fb)/(fc-fb)
		t = 0.5
		if phi*phi < xi && (1-phi)*(1-phi) < 1-xi {
			t = fa/(fb-fa)*(fc/(fb-fc)) + (c-a)/(b-a)*(fa/(fc-fa))*(fb/(fc-fb))
		}
		t = min(1-least, max(least, t))
	}
	if math.Abs(fa) < math.Abs(fb) {
		return a
	}
	return b
}
