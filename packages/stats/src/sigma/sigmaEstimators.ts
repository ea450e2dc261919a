import { type ChartData, type SigmaMethod } from '../charts/types';
import { medianMr } from './medianMr';
import { mrBar } from './mrBar';
import { overall } from './overall';
import { pooled } from './pooled';
import { pooledPlain } from './pooledPlain';
import { rBar } from './rBar';
import { rBarPlain } from './rBarPlain';
import { sBar } from './sBar';
import { sBarPlain } from './sBarPlain';
import { type SigmaEstimate, type SigmaEstimator } from './types';

/** Registry of the estimators of σ. */
export const sigmaEstimators: readonly SigmaEstimator[] = [
  rBar,
  sBar,
  pooled,
  rBarPlain,
  sBarPlain,
  pooledPlain,
  mrBar,
  medianMr,
  overall,
];

/** Estimators that need subgroups. */
export const subgroupSigma: readonly SigmaMethod[] = [
  'r-bar',
  's-bar',
  'pooled',
  'r-bar-plain',
  's-bar-plain',
  'pooled-plain',
];

/** σ by one of the registered estimators; null for too little data. */
export function estimateSigma(method: SigmaMethod, data: ChartData, span?: number): SigmaEstimate | null {
  const estimator = sigmaEstimators.find((e) => e.id === method);
  if (!estimator) {
    throw new Error(`unknown sigma estimator "${method}"; known: ${sigmaEstimators.map((e) => e.id).join(', ')}`);
  }
  return estimator.estimate(data, span);
}
