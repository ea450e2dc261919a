/**
 * The values where they are, if all are finite numbers (a copy of a million takes longer than to draw them); else each
 * as `read` has it. To be read, never written.
 */
export function numbersOf(values: ArrayLike<unknown>, read: (value: unknown) => number): ArrayLike<number> {
  if (areAllNumbers(values)) {
    return values;
  }
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = read(values[i]);
  }
  return out;
}

function areAllNumbers(values: ArrayLike<unknown>): values is ArrayLike<number> {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      return false;
    }
  }
  return true;
}
