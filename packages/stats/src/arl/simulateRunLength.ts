import { rangeMoments } from '../constants/rangeDistribution';
import { normals, random } from '../random/random';
import { type Rule } from '../rules/types';
import { ruleStepper } from './ruleSteppers';

/** Points of all runs together after which no other run is begun: some seconds. */
const MOST_POINTS = 1e8;
/** Fewer runs have no standard error worth the name. */
const FEWEST = 30;
/** Points after which a simulated run is cut. */
export const LONGEST_RUN = 1_000_000;

export interface MemoryCharts {
  ewma?: { lambda: number; width: number };
  cusum?: { k: number; h: number; headStart?: number };
}

export interface SimulationOptions extends MemoryCharts {
  rules: readonly Rule[];
  /** Distance of the control limits in σ. */
  limit?: number;
  /** Shift of the mean in σ from the first point on. */
  shift?: number;
  /** Limits from x̄ and MR̄/d₂ of so many in-control points, new ones each run; true centre and σ where absent. */
  baseline?: number;
  replicates?: number;
  seed?: number;
  /** Runs are cut here and counted as this long. */
  longest?: number;
}

export interface SimulatedRunLength {
  arl: number;
  standardError: number;
  median: number;
  /** Runs that were simulated: fewer than asked for where they are so long that all together pass the bound. */
  replicates: number;
  /** Runs that were cut; where there are any, `arl` is a lower bound. */
  cut: number;
}

/** Mean run length by simulation of independent normal points, with its standard error; the same seed, the same result. */
export function simulateRunLength(options: SimulationOptions): SimulatedRunLength {
  const { rules, limit = 3, shift = 0, baseline, replicates = 20_000, seed = 1, longest = LONGEST_RUN } = options;
  const { ewma, cusum } = options;
  const steppers = rules.map((rule) => ruleStepper(rule.test, limit));
  const offsets: number[] = [];
  let words = 0;
  for (const s of steppers) {
    offsets.push(words);
    words += s.words;
  }
  const draw = normals(random(seed));
  const memory = new Int32Array(words);
  const lengths = new Float64Array(replicates);
  const reach = ewma ? ewma.width * Math.sqrt(ewma.lambda / (2 - ewma.lambda)) : 0;
  const { d2 } = rangeMoments(2);
  let cut = 0;
  let points = 0;
  let done = 0;
  for (; done < replicates && (points < MOST_POINTS || done < FEWEST); done++) {
    let centre = 0;
    let sigma = 1;
    if (baseline) {
      let last = draw();
      let sum = last;
      let ranges = 0;
      for (let i = 1; i < baseline; i++) {
        const x = draw();
        sum += x;
        ranges += Math.abs(x - last);
        last = x;
      }
      centre = sum / baseline;
      sigma = ranges / (baseline - 1) / d2;
    }
    memory.fill(0);
    let before = NaN;
    let level = 0;
    let high = (cusum?.headStart ?? 0) * (cusum?.h ?? 0);
    let low = high;
    let t = 0;
    let hit = false;
    while (!hit && t < longest) {
      t++;
      const z = (draw() + shift - centre) / sigma;
      for (let i = 0; i < steppers.length; i++) {
        hit = steppers[i]!.step(memory, offsets[i]!, z, before) || hit;
      }
      before = z;
      if (ewma) {
        level += ewma.lambda * (z - level);
        hit ||= level > reach || level < -reach;
      }
      if (cusum) {
        high = Math.max(0, high + z - cusum.k);
        low = Math.max(0, low - z - cusum.k);
        hit ||= high > cusum.h || low > cusum.h;
      }
    }
    cut += hit ? 0 : 1;
    lengths[done] = t;
    points += t + (baseline ?? 0);
  }
  const runs = lengths.subarray(0, done).sort();
  const arl = runs.reduce((sum, t) => sum + t, 0) / done;
  const ss = runs.reduce((sum, t) => sum + (t - arl) ** 2, 0);
  const standardError = Math.sqrt(ss / (done - 1) / done);
  return { arl, standardError, median: runs[done >> 1]!, replicates: done, cut };
}
