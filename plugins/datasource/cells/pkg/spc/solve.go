package spc

import "gonum.org/v1/gonum/mat"

// solveOnes is x of A x = 1 for a row-major matrix of n rows, by gonum's LU decomposition with pivoting.
func solveOnes(a []float64, n int) []float64 {
	ones := make([]float64, n)
	fill(ones, 1)
	var x mat.VecDense
	// A run length near 1/ε makes the matrix nearly singular; its few digits left are the answer all the same.
	_ = x.SolveVec(mat.NewDense(n, n, a), mat.NewVecDense(n, ones))
	return x.RawVector().Data
}

// subtractFromIdentity turns a kernel K (row-major, n rows) into I − K.
func subtractFromIdentity(k []float64, n int) {
	for i := range k {
		k[i] = -k[i]
	}
	for i := range n {
		k[i*n+i]++
	}
}
