/** Lower Cholesky factor (row-major) of a symmetric matrix; null where it is not positive definite. */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) {
        sum -= lower[i * size + k]! * lower[j * size + k]!;
      }
      if (i === j) {
        // Rounding of a singular matrix leaves a pivot of the order of its diagonal times ε.
        if (!(sum > 1e-13 * Math.abs(matrix[i * size + i]!))) {
          return null;
        }
        lower[i * size + i] = Math.sqrt(sum);
      } else {
        lower[i * size + j] = sum / lower[j * size + j]!;
      }
    }
  }
  return lower;
}

/** vᵀ A⁻¹ v for A = L Lᵀ; `scratch` holds `size` numbers and is overwritten. */
export function quadraticForm(lower: Float64Array, size: number, v: Float64Array, scratch: Float64Array): number {
  let total = 0;
  for (let i = 0; i < size; i++) {
    let sum = v[i]!;
    for (let k = 0; k < i; k++) {
      sum -= lower[i * size + k]! * scratch[k]!;
    }
    const y = sum / lower[i * size + i]!;
    scratch[i] = y;
    total += y * y;
  }
  return total;
}
