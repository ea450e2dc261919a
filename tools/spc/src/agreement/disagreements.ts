/**
 * Where two answers to one problem differ: keys, lengths, texts, and numbers by more than `relative` of the larger one or by
 * more than 1e-12 of the largest number of the problem (what cancels to nearly nothing has no digits left). One sentence each.
 */
export function disagreements(a: unknown, b: unknown, scale: number, relative = 1e-9, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    const near = Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), 1e-12 * scale);
    return Math.abs(a - b) <= near ? [] : [`${path}: ${a} and ${b}`];
  }
  if (
    a !== null &&
    b !== null &&
    typeof a === 'object' &&
    typeof b === 'object' &&
    Array.isArray(a) === Array.isArray(b)
  ) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) =>
      disagreements(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        scale,
        relative,
        path ? `${path}.${key}` : key
      )
    );
  }
  return a === b ? [] : [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
}

/** Fields that only count are no measure of the figures. */
const counts = ['seed', 'replicates', 'mostTested'];

/** The largest number of a problem's data, at least 1. */
export function largestNumber(value: unknown): number {
  if (typeof value === 'number') {
    return Math.abs(value);
  }
  if (value === null || typeof value !== 'object') {
    return 1;
  }
  return Object.entries(value).reduce<number>(
    (most, [key, v]) => (counts.includes(key) ? most : Math.max(most, largestNumber(v))),
    1
  );
}
