/** Solves the dense system A x = b in place (row-major A of size n × n) by elimination with pivoting; x is in b. */
export function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row * n + column]!) > Math.abs(a[pivot * n + column]!)) {
        pivot = row;
      }
    }
    if (pivot !== column) {
      for (let k = column; k < n; k++) {
        const keep = a[column * n + k]!;
        a[column * n + k] = a[pivot * n + k]!;
        a[pivot * n + k] = keep;
      }
      const keep = b[column]!;
      b[column] = b[pivot]!;
      b[pivot] = keep;
    }
    const top = a[column * n + column]!;
    for (let row = column + 1; row < n; row++) {
      const factor = a[row * n + column]! / top;
      if (factor !== 0) {
        for (let k = column; k < n; k++) {
          a[row * n + k]! -= factor * a[column * n + k]!;
        }
        b[row]! -= factor * b[column]!;
      }
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = b[row]!;
    for (let k = row + 1; k < n; k++) {
      sum -= a[row * n + k]! * b[k]!;
    }
    b[row] = sum / a[row * n + row]!;
  }
  return b;
}
