package spc

import "math"

// upperCUSUM gives the mean run length of the upper CUSUM for start values 0 and start, all in σ.
func upperCUSUM(k, h, shift, start float64) (zero, head float64) {
	nodes, weights := gaussLegendre(min(300, max(50, int(math.Ceil(10*h)))))
	size := len(nodes) + 1
	at := func(i int) float64 {
		if i == 0 {
			return 0
		}
		return h / 2 * (1 + nodes[i-1])
	}
	kernel := func(from float64, j int) float64 {
		if j == 0 {
			return NormalCDF(k - from - shift)
		}
		return h / 2 * weights[j-1] * NormalPDF(at(j)+k-from-shift)
	}
	matrix, exit := make([]float64, size*size), make([]float64, size)
	for i := range size {
		exit[i] = NormalSF(h + k - at(i) - shift)
		for j := range size {
			matrix[i*size+j] = kernel(at(i), j)
		}
	}
	a := meanSteps(matrix, exit)
	head = 1
	for j := range size {
		head += kernel(start, j) * a[j]
	}
	return a[0], head
}

// CUSUMARL is the mean run length of the two-sided tabular CUSUM (k, h in σ) at a shift in σ. One side by the integral
// equation A(u) = 1 + A(0)Φ(k − u − δ) + ∫₀ʰ A(y) φ(y + k − u − δ) dy (Page 1954), Gauss–Legendre; both sides by Lucas & Crosier
// 1982, Technometrics 24, 199–205 (with head start f: their eq. for FIR). They hold where one side is empty when the other
// signals, i.e. for 2fh ≤ h + 2k; else ok is false. k 0.5, h 5: 465; h 4: 168.
func CUSUMARL(k, h, shift, headStart float64) (arl float64, ok bool) {
	if 2*headStart*h > h+2*k {
		return math.NaN(), false
	}
	up, upHead := upperCUSUM(k, h, shift, headStart*h)
	down, downHead := up, upHead
	if shift != 0 {
		down, downHead = upperCUSUM(k, h, -shift, headStart*h)
	}
	// By shares, because the products of long run lengths pass the range of numbers before the lengths do.
	return (upHead-up)/(1+up/down) + downHead/(1+down/up), true
}
