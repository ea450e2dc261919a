import { quantileOf } from '../quantiles';
import { type Runs } from './finding';
import { type Visit } from './simulate';
import { visitsAt } from './visitsAt';

/** What a fault makes of a characteristic where it sits, in the second half of the time that it was there; where it follows a lot, of what was made of that. */
export interface Size {
  characteristic: string;
  /** Change of the median in standard deviations of what is usual there, and quotient of the spreads; absent of what takes few values. */
  level?: number;
  spread?: number;
  /** By how much more often the station says nok, 0…1. */
  bad: number;
}

/** Quartiles of a normal distribution lie so many standard deviations apart. */
const QUARTILES = 1.349;
/** Fewer values say nothing of a spread. */
const LEAST = 8;

/** The sizes of a fault: what was measured with it beside what was measured of the same moments without it. */
export function sizesOf({ truth, untilMs, records, without }: Runs): Size[] {
  if (truth.silent || truth.station === '*') {
    return [];
  }
  const fromMs = truth.first?.at_ms ?? truth.from_ms;
  const half = (fromMs + untilMs) / 2;
  const parts = Array.isArray(truth.detail?.parts) ? (truth.detail.parts as string[]) : [];
  const ofLot = truth.lot === undefined ? undefined : new Set([...truth.cells, ...parts]);
  // What follows a lot is over when the lot is.
  const late = (visits: Visit[]) => visits.filter(({ timeMs, item }) => ofLot?.has(item) ?? timeMs >= half);
  const [there, usual] = [late(visitsAt(records, truth)), late(visitsAt(without, truth))];
  const bad = badOf(there) - badOf(usual);
  return truth.characteristics
    .filter((name) => [...there, ...usual].some(({ values }) => name in values))
    .map((characteristic) => ({
      characteristic,
      ...moved(valuesOf(there, characteristic), valuesOf(usual, characteristic)),
      bad,
    }));
}

function badOf(visits: readonly Visit[]): number {
  const judged = visits.filter(({ verdict }) => verdict === 'ok' || verdict === 'nok');
  return judged.length === 0 ? 0 : judged.filter(({ verdict }) => verdict === 'nok').length / judged.length;
}

const valuesOf = (visits: readonly Visit[], name: string) =>
  visits.flatMap(({ values }) => (values[name] === undefined ? [] : [values[name]]));

function moved(now: number[], usual: number[]): Pick<Size, 'level' | 'spread'> {
  const [a, b] = [shapeOf(now), shapeOf(usual)];
  return a && b ? { level: (a.median - b.median) / b.spread, spread: a.spread / b.spread } : {};
}

function shapeOf(values: number[]): { median: number; spread: number } | undefined {
  const spread = values.length < LEAST ? 0 : (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / QUARTILES;
  return spread > 0 ? { median: quantileOf(values, 0.5), spread } : undefined;
}
