/** Median of the values (mean of the middle two for even n), NaN when empty. Sorts the array given; it holds no NaN. */
export function medianInPlace(values: Float64Array): number {
  if (values.length === 0) {
    return NaN;
  }
  values.sort();
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : 0.5 * (values[half - 1]! + values[half]!);
}
