import { type ChartType, evaluateRules, normals, random } from '@cellthread/stats';

/** Simulated points: the rate is known to about 0.05 percentage points. */
const points = 40_000;
const cache = new Map<string, number>();

/**
 * Share of points that the chosen rules mark in either chart of the pair when nothing at all is wrong: independent
 * normal values under limits that are exactly right, counted the way the chart counts. Seeded, so that it never
 * changes.
 *
 * @param size values a subgroup; 1 for individuals
 */
export function expectedRate(type: ChartType, rules: readonly string[], size: number): number {
  const key = [type.id, size, ...rules].join('|');
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const next = normals(random(1));
  const values = Float64Array.from({ length: points * size }, next);
  const starts = Int32Array.from({ length: points }, (_, i) => i * size);
  const model = { kind: type.id, centre: 0, sigmaWithin: 1, sigmaBetween: 0, points: 0, n: 0, df: Infinity };
  const marked = new Set<number>();
  for (const part of type.phaseII(type.input === 'values' ? { values } : { values, starts }, model)) {
    evaluateRules(part, rules).forEach((s) => marked.add(s.index));
  }
  const rate = marked.size / points;
  cache.set(key, rate);
  return rate;
}
