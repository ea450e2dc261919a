import { medianInPlace } from '../charts/medianInPlace';
import { normalSf } from '../special/normal';

export interface RunsTest {
  above: number;
  below: number;
  runs: number;
  expected: number;
  z: number;
  p: number;
}

/**
 * Wald–Wolfowitz runs test about the median, values on it left out; two-sided normal approximation (NIST e-Handbook
 * 1.3.5.13). null where one side is empty.
 */
export function runsTest(values: Float64Array): RunsTest | null {
  const median = medianInPlace(values.filter((x) => x === x));
  let above = 0;
  let below = 0;
  let runs = 0;
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const side = values[i]! > median ? 1 : values[i]! < median ? -1 : 0;
    if (side === 0) {
      continue;
    }
    above += side > 0 ? 1 : 0;
    below += side < 0 ? 1 : 0;
    runs += side === last ? 0 : 1;
    last = side;
  }
  const n = above + below;
  if (above === 0 || below === 0 || n < 3) {
    return null;
  }
  const product = 2 * above * below;
  const expected = product / n + 1;
  const variance = (product * (product - n)) / (n * n * (n - 1));
  const z = (runs - expected) / Math.sqrt(variance);
  return { above, below, runs, expected, z, p: Math.min(1, 2 * normalSf(Math.abs(z))) };
}
