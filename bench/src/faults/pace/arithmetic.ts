import { MINUTE } from '@cellthread/calendar';
import { type Alarm } from '@cellthread/plan';
import { normals, random } from '@cellthread/stats';
import { median } from '../../quantiles';

/** What an ideal nozzle among eleven alike does from a moment on: its deviation at an age of the fault, in σ of all that varies. */
export type Wrong = (ageMs: number, normal: () => number) => number;

const SISTERS = 12;
/** Share of the variance that lies between lots: all sisters share it. */
const BETWEEN = 0.35;
/** Steps of the station, and its shortest window. */
const STEP_MS = 5 * MINUTE;
const WINDOW_MS = STEP_MS;
const LEAST = 5;
/** Windows before the fault, and after which nobody waits any longer. */
const BEFORE = 12;
const MOST = 120;
/** The variance of a median is so many times that of a mean. */
const MEDIAN_LOSS = Math.PI / 2;

/**
 * Minutes, the median of many trials, from when one of twelve nozzles goes wrong to the end of the window that names it: means (or cube
 * roots of variances) of windows minus the median of the others' in units of what they vary, an EWMA and single windows before limits that
 * are known. It computes what DESIGN's monitors promise from their definition, and shares no code with the judge.
 */
export function minutesToName(
  what: 'level' | 'spread',
  wrong: Wrong,
  { alarm, perDay, trials, seed }: { alarm: Alarm; perDay: number; trials: number; seed: number }
): number {
  const uniform = random(seed);
  const normal = normals(random(seed + 1));
  const everyMs = (24 * 60 * MINUTE) / perDay;
  const steps = Math.ceil((LEAST * everyMs) / STEP_MS);
  const windowMs = Math.max(WINDOW_MS, steps * STEP_MS);
  return median(
    Array.from({ length: trials }, () => {
      const fromMs = (BEFORE + uniform()) * windowMs;
      const phases = Array.from({ length: SISTERS }, () => uniform() * everyMs);
      const nozzle = (n: number, w: number): number[] => {
        const values: number[] = [];
        const first = Math.ceil((w * windowMs - phases[n]!) / everyMs);
        for (let t = phases[n]! + first * everyMs; t < (w + 1) * windowMs; t += everyMs) {
          const fault = n === 0 && t >= fromMs ? wrong(t - fromMs, normal) : 0;
          values.push(Math.sqrt(1 - BETWEEN) * normal() + fault);
        }
        return values;
      };
      const follow = follower(alarm);
      for (let w = 0; w < BEFORE + MOST; w++) {
        const windows = Array.from({ length: SISTERS }, (_, n) => nozzle(n, w));
        if (follow(distance(what, windows)) && w >= BEFORE) {
          return ((w + 1) * windowMs - fromMs) / MINUTE;
        }
      }
      return Infinity;
    })
  );
}

/** Tells of each distance whether it, or what is remembered of all before, is beyond its limit. */
function follower({ lambda, width, shewhart }: Alarm): (z: number) => boolean {
  let [value, variance] = [0, 0];
  return (z) => {
    value = lambda * z + (1 - lambda) * value;
    variance = lambda ** 2 + (1 - lambda) ** 2 * variance;
    return Math.abs(z) > shewhart || Math.abs(value) > width * Math.sqrt(variance);
  };
}

/** How far the first is from the median of the others, in σ. */
function distance(what: 'level' | 'spread', windows: number[][]): number {
  const [own = 0, ...others] = windows.map(what === 'level' ? mean : cubeRoot);
  const n = windows[0]!.length;
  const rest = windows.slice(1);
  const items = rest.reduce((sum, { length }) => sum + length, 0);
  const within = 1 - BETWEEN;
  return what === 'level'
    ? (own - middle(others)) / Math.sqrt(within * (1 / n + MEDIAN_LOSS / items))
    : (own - middle(others)) /
        (Math.cbrt(within) * Math.sqrt(2 / (9 * (n - 1)) + (MEDIAN_LOSS * 2) / (9 * (items - rest.length))));
}

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Of a variance it is nearly normal (Wilson and Hilferty 1931). */
function cubeRoot(values: number[]): number {
  const m = mean(values);
  return Math.cbrt(values.reduce((sum, v) => sum + (v - m) ** 2, 0) / (values.length - 1));
}

function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length - 1;
  return (sorted[Math.floor(n / 2)]! + sorted[Math.ceil(n / 2)]!) / 2;
}
