/** Throws a RangeError for ±Infinity: an over-range reading is not a number to compute with; mark it missing or censored. */
export function refuseInfinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === Infinity || x === -Infinity) {
      throw new RangeError(`${name}[${i}] is ${x}; give null (NaN) for a missing or over-range value`);
    }
  }
}
