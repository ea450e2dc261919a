import { momentsOf } from '../charts/moments';
import { refuseInfinite } from '../charts/refuseInfinite';
import { type ChartData, type SigmaMethod } from '../charts/types';
import { valueMask } from '../charts/valueMask';
import { estimateSigma } from '../sigma/sigmaEstimators';
import { clusterBootstrap } from './clusterBootstrap';
import { clusterTable } from './clusterTable';
import { effectiveN } from './effectiveN';
import { cpm } from './cpm';
import { capabilityIndices, targetOf } from './indices';
import { intervalDf } from './intervalDf';
import { cpInterval, cpkInterval, cpmInterval } from './intervals';
import { expectedOutOfSpec, observedOutOfSpec, outside, zBench } from './outOfSpec';
import { type Capability, type CapabilityIndices, type CapabilityOptions, type Interval, type Spec } from './types';

interface Basis {
  n: number;
  mean: number;
  sigmaOverall: number;
  dfWithin: number | null;
  target: number | null;
}

function iidIntervals(found: CapabilityIndices, basis: Basis, confidence: number): Capability['intervals'] {
  const { n, mean, sigmaOverall, dfWithin, target } = basis;
  const df = n - 1;
  const make = (index: number | null, how: (index: number) => Interval): Interval | null =>
    index === null ? null : how(index);
  const within = (index: number | null, how: (index: number, df: number) => Interval): Interval | null =>
    dfWithin === null ? null : make(index, (i) => how(i, dfWithin));
  return {
    cp: within(found.cp, (i, v) => cpInterval(i, v, confidence)),
    cpk: within(found.cpk, (i, v) => cpkInterval(i, n, v, confidence)),
    pp: make(found.pp, (i) => cpInterval(i, df, confidence)),
    ppk: make(found.ppk, (i) => cpkInterval(i, n, df, confidence)),
    cpm: make(found.cpm, (i) => cpmInterval(i, n, ((mean - (target ?? mean)) / sigmaOverall) ** 2, confidence)),
  };
}

/** R̄/d₂ for subgroups to 8, S̄/c₄ above, MR̄/d₂ for individuals. */
function defaultMethod(data: ChartData): SigmaMethod {
  if (!data.starts) {
    return 'mr-bar';
  }
  return data.values.length / Math.max(1, data.starts.length) > 8 ? 's-bar' : 'r-bar';
}

/**
 * Process capability and performance of single values (never of subgroup means) against spec limits. σ within by
 * the chosen estimator, σ overall the sample standard deviation. Intervals: cluster bootstrap where `clusters` are known,
 * else the formulas for independent normal values. null for fewer than two values. Units: those of the values; ppm.
 */
export function capability(data: ChartData, spec: Spec, options: CapabilityOptions = {}): Capability | null {
  refuseInfinite(data.values, 'values');
  const { confidence = 0.95, clusters, replicates = 2000, seed = 1 } = options;
  const mask = valueMask(data);
  const { n, mean, ss } = momentsOf(data.values, mask);
  if (n < 2) {
    return null;
  }
  const method = options.sigma ?? defaultMethod(data);
  const estimate = estimateSigma(method, data, options.span);
  const sigmaWithin = estimate?.sigma ?? null;
  const sigmaOverall = Math.sqrt(ss / (n - 1));
  const dfWithin = estimate ? intervalDf(options.intervalDf ?? 'estimator', estimate, n) : null;
  const target = targetOf(spec);
  const indices = (n: number, mean: number, within: number | null, overall: number): CapabilityIndices => ({
    ...capabilityIndices(mean, within, overall, spec),
    cpm: cpm(options.cpmForm ?? 'nist', n, mean, overall, spec),
  });
  const found = indices(n, mean, sigmaWithin, sigmaOverall);
  const table = clusters ? clusterTable(data, clusters, method, options.span) : null;
  const intervals = table
    ? clusterBootstrap(table, found, indices, { confidence, replicates, seed })
    : iidIntervals(found, { n, mean, sigmaOverall, dfWithin, target }, confidence);
  const within = sigmaWithin === null ? null : expectedOutOfSpec(mean, sigmaWithin, spec);
  const total = expectedOutOfSpec(mean, sigmaOverall, spec);
  const warnings: string[] = [];
  if (n < 30) {
    warnings.push(`only ${n} values: the intervals are wide`);
  }
  if (!(sigmaOverall > 0)) {
    warnings.push('all values are equal: no index can be given');
  }
  if (spec.target !== null && spec.target !== undefined && outside(spec.target, spec)) {
    warnings.push('the target lies outside the spec limits');
  }
  if (table && table.count < 3) {
    warnings.push('fewer than three clusters: no intervals');
  } else if (table && table.count < 20) {
    warnings.push(`only ${table.count} clusters: below 20 the interval is approximate`);
  }
  return {
    n,
    mean,
    sigmaWithin,
    dfWithin,
    method,
    sigmaOverall,
    target,
    ...found,
    intervals,
    intervalMethod: table ? 'cluster-bootstrap' : 'iid',
    confidence,
    clusters: table?.count ?? null,
    effectiveN: table ? effectiveN(table) : n,
    ppm: { observed: observedOutOfSpec(data.values, mask, spec), within, overall: total },
    zBench: { within: within && zBench(within), overall: zBench(total) },
    warnings,
  };
}
