package spc

import "math"

// cholesky is the lower factor (row-major) of a symmetric matrix; ok is false where it is not positive definite.
func cholesky(matrix []float64, size int) (lower []float64, ok bool) {
	if len(matrix) < size*size {
		return nil, false
	}
	lower = make([]float64, size*size)
	for i := range size {
		for j := 0; j <= i; j++ {
			sum := matrix[i*size+j]
			for k := range j {
				sum -= lower[i*size+k] * lower[j*size+k]
			}
			if i != j {
				lower[i*size+j] = sum / lower[j*size+j]
				continue
			}
			// Rounding of a singular matrix leaves a pivot of the order of its diagonal times ε.
			if !(sum > 1e-13*math.Abs(matrix[i*size+i])) {
				return nil, false
			}
			lower[i*size+i] = math.Sqrt(sum)
		}
	}
	return lower, true
}

// PositiveDefinite says whether a matrix of size rows (row-major) is symmetric and positive definite.
func PositiveDefinite(matrix []float64, size int) bool {
	for i, x := range matrix {
		if x != matrix[i%size*size+i/size] {
			return false
		}
	}
	_, ok := cholesky(matrix, size)
	return ok
}

// quadraticForm is vᵀ A⁻¹ v for A = L Lᵀ; scratch is overwritten.
func quadraticForm(lower []float64, v, scratch []float64) float64 {
	size, total := len(v), 0.0
	for i := range v {
		sum := v[i]
		for k := range i {
			sum -= lower[i*size+k] * scratch[k]
		}
		y := sum / lower[i*size+i]
		scratch[i] = y
		total += y * y
	}
	return total
}
