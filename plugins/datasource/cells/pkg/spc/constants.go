package spc

import "math"

// Constants are the control chart constants of subgroups of n ≥ 2.
type Constants struct {
	N                                                                     int
	C4, D2, D3, A, A2, A3, B3, B4, B5, B6, CapD1, CapD2, CapD3, CapD4, E2 float64
}

// ConstantsOf computes them from the gamma function and the range distribution (definitions: Montgomery, ISQC 7th ed.,
// Appendix VI; ISO 7870-2:2023, table 2). width is the number of sigmas; lower constants are cut at 0.
func ConstantsOf(n int, width float64) Constants {
	d2, d3 := D2D3(n)
	c, root := C4(float64(n)), math.Sqrt(float64(n))
	spread := math.Sqrt(1 - c*c)
	return Constants{
		N: n, C4: c, D2: d2, D3: d3,
		A: width / root, A2: width / (d2 * root), A3: width / (c * root),
		B3: max(0, 1-width*spread/c), B4: 1 + width*spread/c, B5: max(0, c-width*spread), B6: c + width*spread,
		CapD1: max(0, d2-width*d3), CapD2: d2 + width*d3, CapD3: max(0, 1-width*d3/d2), CapD4: 1 + width*d3/d2,
		E2: width / d2,
	}
}
