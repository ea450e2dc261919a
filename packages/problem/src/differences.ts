export interface Tolerance {
  relative: number;
  absolute: number;
}

/**
 * Where an answer departs from what is expected of it: every expected key must be there, lists must be as long, numbers
 * agree within max(absolute, relative·|expected|). Keys that nobody expects are free. One sentence a difference.
 */
export function differences(answer: unknown, expected: unknown, tolerance: Tolerance, path = ''): string[] {
  const told = (what: unknown): string => (what === undefined ? 'nothing' : JSON.stringify(what));
  if (typeof expected === 'number') {
    if (typeof answer !== 'number') {
      return [`${path}: ${told(answer)}, expected ${expected}`];
    }
    const off = Math.abs(answer - expected);
    return off <= Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected))
      ? []
      : [`${path}: ${answer}, expected ${expected} (off by ${off.toExponential(2)})`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer) || answer.length !== expected.length) {
      const length = Array.isArray(answer) ? `${answer.length} entries` : told(answer);
      return [`${path}: ${length}, expected ${expected.length} entries`];
    }
    return expected.flatMap((e, i) => differences(answer[i], e, tolerance, `${path}[${i}]`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (answer === null || typeof answer !== 'object') {
      return [`${path}: ${told(answer)}, expected an object`];
    }
    return Object.entries(expected).flatMap(([key, e]) =>
      differences((answer as Record<string, unknown>)[key], e, tolerance, path ? `${path}.${key}` : key)
    );
  }
  return answer === expected ? [] : [`${path}: ${told(answer)}, expected ${told(expected)}`];
}
