import { type ChartData, type ChartModel, type ChartType, evaluateRules, normals, random } from '@cellthread/stats';
import { countDraws } from './countDraws';
import { optionsOf } from './partsOf';

/** Simulated points: the rate is known to about 0.05 percentage points. */
const points = 40_000;
const cache = new Map<string, number>();

/**
 * Share of points that the chosen rules mark in any chart of the pair when nothing at all is wrong: independent normal values, or counts of the
 * chart's law, under limits that are exactly right, counted the way the chart counts. Seeded, so that it never changes.
 *
 * @param size values a subgroup, 1 for individuals; of counts the units a point
 * @param model whose share or rate counts follow
 */
export function expectedRate(type: ChartType, rules: readonly string[], size: number, { centre }: ChartModel): number {
  const counted = type.input === 'counts';
  const key = [type.id, size, ...(counted ? [centre] : []), ...rules].join('|');
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const data = counted ? counts(type, size, centre) : measured(type, size);
  const model = {
    kind: type.id,
    centre: counted ? centre : 0,
    sigmaWithin: 1,
    sigmaBetween: 0,
    points: 0,
    n: 0,
    df: Infinity,
  };
  const marked = new Set<number>();
  for (const part of type.phaseII(data, model, optionsOf(type))) {
    evaluateRules(part, rules).forEach((s) => marked.add(s.index));
  }
  const rate = marked.size / points;
  cache.set(key, rate);
  return rate;
}

function measured({ input }: ChartType, size: number): ChartData {
  const next = normals(random(1));
  const values = Float64Array.from({ length: points * size }, next);
  return input === 'subgroups'
    ? { values, starts: Int32Array.from({ length: points }, (_, i) => i * size) }
    : { values };
}

function counts({ id }: ChartType, size: number, rate: number): ChartData {
  const poisson = id === 'c' || id.endsWith('u');
  const draw = countDraws(random(1), poisson ? null : Math.round(size), poisson ? rate * size : rate);
  return { values: Float64Array.from({ length: points }, draw), sizes: new Float64Array(points).fill(size) };
}
