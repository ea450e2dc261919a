/**
 * The one value of all rows; `undefined` where they differ, or there are none. Most text columns of a million visits
 * are such: they need not be read row by row.
 */
export function constantOf(values: ArrayLike<unknown>): { value: unknown } | undefined {
  const first = values[0];
  for (let i = 1; i < values.length; i++) {
    if (values[i] !== first) {
      return undefined;
    }
  }
  return values.length > 0 ? { value: first } : undefined;
}
