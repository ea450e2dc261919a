/** The values as they are where all of them are numbers; `null` else. Copies of whole arrays are far faster than of values. */
export function numbers(values: ArrayLike<unknown>): Float64Array | null {
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== 'number') {
      return null;
    }
  }
  return new Float64Array(values as ArrayLike<number>);
}
