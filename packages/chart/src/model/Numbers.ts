/**
 * Numbers as a host has them: typed, or a plain array of numbers only. A million of them are read where they are, since
 * a copy takes longer than to draw them.
 */
export type Numbers = ArrayLike<number>;

const typedOnce = new WeakMap<object, Float64Array>();

/** The same numbers for arithmetic; those of an array are copied once. */
export function typed(values: Numbers): Float64Array {
  if (values instanceof Float64Array) {
    return values;
  }
  const known = typedOnce.get(values);
  if (known?.length === values.length) {
    return known;
  }
  // The constructor copies an array at once; `from` asks it for one value after the other.
  const copy = new Float64Array(values);
  typedOnce.set(values, copy);
  return copy;
}
