import { rangeMoments } from '../constants/rangeDistribution';
import { normals, random } from '../random/random';
import { type Rule } from '../rules/types';
import { luckiestBaselines } from './luckiestBaselines';
import { markovRunLength } from './markovRunLength';
import { ruleAutomaton } from './ruleAutomaton';

export interface BaselineEffect {
  /** Mean of the run lengths that limits from so many points really have, and its standard error; ∞ where there is none. */
  arl: number;
  arlError: number;
  /** Of the same run lengths. */
  median: number;
  p10: number;
  p90: number;
  /** Mean of 1/ARL over the baselines: the share of points that signal, and the standard error of that mean. */
  meanRate: number;
  standardError: number;
  replicates: number;
}

/** Baselines where nothing is said. */
const REPLICATES = 20_000;
/** States of the chain and points of the baseline, times baselines: some seconds. */
const CHAIN_WORK = 3e5;
const DRAW_WORK = 1e8;
const FEWEST = 100;

/** How many baselines of n points are drawn for rules whose chain has so many states, and how many can be asked for. */
export function baselineReplicates(states: number, n: number): { usual: number; most: number } {
  const bearable = Math.max(FEWEST, Math.floor(Math.min(CHAIN_WORK / states, DRAW_WORK / n)));
  return { usual: Math.min(REPLICATES, bearable), most: Math.min(1e6, 5 * bearable) };
}

/**
 * What limits estimated from n in-control individuals (x̄, MR̄/d₂) are worth: baselines are drawn, the run length given
 * each of them is exact (chain), and its distribution is returned. Where a few lucky baselines rule the mean, half of the
 * baselines are drawn wider and weighed back (see luckiestBaselines). `replicates` is cut to what can be borne. null where the
 * rules are not about zones.
 */
export function baselineEffect(
  rules: readonly Rule[],
  n: number,
  {
    limit = 3,
    shift = 0,
    replicates: asked,
    seed = 1,
  }: { limit?: number; shift?: number; replicates?: number; seed?: number } = {}
): BaselineEffect | null {
  const automaton = ruleAutomaton(rules, limit);
  if (!automaton || n < 2) {
    return null;
  }
  const { usual, most } = baselineReplicates(automaton.states, n);
  const replicates = Math.min(asked ?? usual, most);
  const lucky = luckiestBaselines(rules, n, limit);
  const draw = normals(random(seed));
  const { d2 } = rangeMoments(2);
  const runs: Array<{ length: number; weight: number }> = [];
  for (let r = 0; r < replicates; r++) {
    const wide = 2 * r < replicates ? 1 : lucky.spread;
    let last = wide * draw();
    let sum = last;
    let squares = last * last;
    let ranges = 0;
    for (let i = 1; i < n; i++) {
      const x = wide * draw();
      sum += x;
      squares += x * x;
      ranges += Math.abs(x - last);
      last = x;
    }
    const sigma = ranges / (n - 1) / d2;
    const length = markovRunLength(automaton, (shift - sum / n) / sigma, 1 / sigma).arl;
    runs.push({ length, weight: lucky.weight(squares) });
  }
  const mean = meanOf(runs, ({ length }) => length);
  const rate = meanOf(runs, ({ length }) => 1 / length);
  runs.sort((a, b) => a.length - b.length);
  const at = quantiles(runs);
  return {
    arl: lucky.infinite ? Infinity : mean.mean,
    arlError: lucky.infinite ? NaN : mean.error,
    median: at(0.5),
    p10: at(0.1),
    p90: at(0.9),
    meanRate: rate.mean,
    standardError: rate.error,
    replicates,
  };
}

type Run = { length: number; weight: number };

function meanOf(runs: readonly Run[], of: (run: Run) => number): { mean: number; error: number } {
  const count = runs.length;
  const mean = runs.reduce((sum, run) => sum + run.weight * of(run), 0) / count;
  const ss = runs.reduce((sum, run) => sum + (run.weight * of(run) - mean) ** 2, 0);
  return { mean, error: Math.sqrt(ss / (count - 1) / count) };
}

/** Quantiles of sorted runs by their weight. */
function quantiles(runs: readonly Run[]): (p: number) => number {
  const total = runs.reduce((sum, { weight }) => sum + weight, 0);
  return (p) => {
    let below = 0;
    for (const { length, weight } of runs) {
      below += weight;
      if (below >= p * total) {
        return length;
      }
    }
    return runs[runs.length - 1]!.length;
  };
}
