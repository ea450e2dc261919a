package spc

import "math"

// EWMAARL is the mean run length of a two-sided EWMA with limits ± width·σ√(λ/(2 − λ)), starting at the centre, at a shift in
// σ: the integral equation A(u) = 1 + (1/λ) ∫ A(y) φ((y − (1 − λ)u)/λ − δ) dy by Gauss–Legendre (Crowder 1987, Technometrics
// 29, 401–407). Agrees with Lucas & Saccucci 1990, table 3.
func EWMAARL(lambda, width, shift float64) float64 {
	if lambda == 1 {
		return shewhartARL(width, shift)
	}
	reach := width * math.Sqrt(lambda/(2-lambda))
	// Small λ makes the kernel narrow: nodes in proportion.
	n := min(400, max(60, int(math.Ceil(12*reach/lambda))))
	nodes, weights := gaussLegendre(n)
	kernel := func(from float64, j int) float64 {
		return weights[j] * reach / lambda * NormalPDF((reach*nodes[j]-(1-lambda)*from)/lambda-shift)
	}
	matrix, exit := make([]float64, n*n), make([]float64, n)
	for i := range n {
		from := (1 - lambda) * reach * nodes[i]
		exit[i] = NormalSF((reach-from)/lambda-shift) + NormalCDF((-reach-from)/lambda-shift)
		for j := range n {
			matrix[i*n+j] = kernel(reach*nodes[i], j)
		}
	}
	arl := 1.0
	for j, a := range meanSteps(matrix, exit) {
		arl += kernel(0, j) * a
	}
	return arl
}

// shewhartARL is the mean run length of limits at ± width σ.
func shewhartARL(width, shift float64) float64 {
	return 1 / (NormalSF(width-shift) + NormalCDF(-width-shift))
}
