import { rangeMoments } from '../constants/rangeDistribution';
import { normals, random } from '../random/random';
import { type Rule } from '../rules/types';
import { markovRunLength } from './markovRunLength';
import { ruleAutomaton } from './ruleAutomaton';

export interface BaselineEffect {
  /** Of the run lengths that limits from so many points really have. */
  median: number;
  p10: number;
  p90: number;
  /** Mean of 1/ARL over the baselines: the share of points that signal, and the standard error of that mean. */
  meanRate: number;
  standardError: number;
  replicates: number;
}

/**
 * What limits estimated from n in-control individuals (x̄, MR̄/d₂) are worth: baselines are drawn, the run length given
 * each of them is exact (chain), and its distribution is returned. null where the rules are not about zones.
 */
export function baselineEffect(
  rules: readonly Rule[],
  n: number,
  {
    limit = 3,
    shift = 0,
    replicates = 2000,
    seed = 1,
  }: { limit?: number; shift?: number; replicates?: number; seed?: number } = {}
): BaselineEffect | null {
  const automaton = ruleAutomaton(rules, limit);
  if (!automaton || n < 2) {
    return null;
  }
  const draw = normals(random(seed));
  const { d2 } = rangeMoments(2);
  const lengths = new Float64Array(replicates);
  let rates = 0;
  let squares = 0;
  for (let r = 0; r < replicates; r++) {
    let last = draw();
    let sum = last;
    let ranges = 0;
    for (let i = 1; i < n; i++) {
      const x = draw();
      sum += x;
      ranges += Math.abs(x - last);
      last = x;
    }
    const sigma = ranges / (n - 1) / d2;
    lengths[r] = markovRunLength(automaton, (shift - sum / n) / sigma, 1 / sigma).arl;
    rates += 1 / lengths[r]!;
    squares += 1 / (lengths[r]! * lengths[r]!);
  }
  lengths.sort();
  const at = (p: number): number => lengths[Math.floor(p * (replicates - 1))]!;
  const meanRate = rates / replicates;
  const standardError = Math.sqrt((squares / replicates - meanRate * meanRate) / (replicates - 1));
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), meanRate, standardError, replicates };
}
