/**
 * Place of means[s] among the first `count` sorted values. Arrays and whole numbers only, here and in placeWindow: a double
 * that is handed over or returned becomes an object where the engine does not inline the call.
 */
export function placeOf(sorted: Float64Array, count: number, means: Float64Array, s: number): number {
  const value = means[s]!;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
