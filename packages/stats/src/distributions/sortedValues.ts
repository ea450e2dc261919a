/** Present values (not NaN, not masked) in ascending order, in a new array. */
export function sortedValues(values: Float64Array, mask?: Uint8Array): Float64Array {
  let n = 0;
  const kept = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      kept[n++] = x;
    }
  }
  return kept.subarray(0, n).sort();
}
