import { type Rule } from '../rules/types';
import { baselineEffect, type BaselineEffect } from './baselineEffect';
import { cusumArl } from './cusumArl';
import { ewmaArl } from './ewmaArl';
import { ewmaShewhartArl } from './ewmaShewhartArl';
import { markovRunLength } from './markovRunLength';
import { ruleAutomaton } from './ruleAutomaton';
import { simulateRunLength, type SimulationOptions } from './simulateRunLength';

export interface RunLengthAnswer {
  arl: number;
  /** Share of points that signal: 1/ARL, with a baseline the mean over baselines. */
  rate: number;
  method: 'markov-chain' | 'integral-equation' | 'simulation';
  /** Of a simulation; null where the figure is exact. */
  standardError: number | null;
  /** Runs, or baselines, that were simulated; null where the figure is exact. */
  replicates: number | null;
  /** Simulated runs that were cut at their longest; where there are any, `arl` is a lower bound. */
  cut: number;
  /** With a baseline and rules on zones: how the run length varies from baseline to baseline. */
  baselineEffect?: Omit<BaselineEffect, 'arl' | 'arlError'>;
}

const isBeyond = (rule: Rule): boolean => rule.test.shape === 'beyond-limits';

/** Exact figure where there is one: rules on zones alone, EWMA alone or with limits, CUSUM alone; else null. */
function exact(options: SimulationOptions): RunLengthAnswer | null {
  const { rules, limit = 3, shift = 0, ewma, cusum, baseline } = options;
  const done = (arl: number, method: RunLengthAnswer['method']): RunLengthAnswer => ({
    arl,
    rate: 1 / arl,
    method,
    standardError: null,
    replicates: null,
    cut: 0,
  });
  if (baseline) {
    return null;
  }
  if (!ewma && !cusum) {
    const automaton = rules.length > 0 ? ruleAutomaton(rules, limit) : null;
    return automaton && done(markovRunLength(automaton, shift).arl, 'markov-chain');
  }
  if (cusum && !ewma && rules.length === 0) {
    const arl = cusumArl(cusum.k, cusum.h, shift, cusum.headStart);
    return arl === null ? null : done(arl, 'integral-equation');
  }
  if (ewma && !cusum && rules.every(isBeyond)) {
    return rules.length === 0
      ? done(ewmaArl(ewma.lambda, ewma.width, shift), 'integral-equation')
      : done(ewmaShewhartArl(ewma.lambda, ewma.width, limit, shift), 'integral-equation');
  }
  return null;
}

/**
 * Mean run length (in control, or at a shift) of any set of rules, EWMA and CUSUM **together**, for independent normal
 * points: exactly where a chain or an integral equation exists, else by seeded simulation with its standard error. With
 * `baseline` the limits come from so many points, new ones each time, and the mean is over them as well; for rules on zones
 * each baseline's own run length is exact, and `rate` is the mean share of points that signal, not 1/ARL.
 */
export function runLength(options: SimulationOptions): RunLengthAnswer {
  const found = exact(options);
  if (found) {
    return found;
  }
  const { rules, limit, shift, baseline, replicates, seed, ewma, cusum } = options;
  const effect =
    baseline && !ewma && !cusum ? baselineEffect(rules, baseline, { limit, shift, replicates, seed }) : null;
  if (effect) {
    const { arl, arlError, ...baselineEffect } = effect;
    return {
      arl,
      rate: effect.meanRate,
      method: 'simulation',
      standardError: arlError,
      replicates: effect.replicates,
      cut: 0,
      baselineEffect,
    };
  }
  const { arl, standardError, cut, replicates: done } = simulateRunLength(options);
  return { arl, rate: 1 / arl, method: 'simulation', standardError, replicates: done, cut };
}
