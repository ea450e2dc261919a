import { type SigmaMethod } from '../charts/types';
import { type SigmaEstimate } from '../sigma/types';
import { type IntervalDf } from './types';

/** Minitab's factor of S̄ ("Capability analysis: degrees of freedom"), by average subgroup size. */
const sBarFactors: Array<[upTo: number, factor: number]> = [
  [2, 0.88],
  [3, 0.92],
  [4, 0.94],
  [5, 0.95],
  [7, 0.96],
  [9, 0.97],
  [17, 0.98],
  [64, 0.99],
];

type Df = (e: SigmaEstimate, size: number) => number;

const ofRanges: Df = (e, size) => 0.9 * e.count * (size - 1);
const ofDeviations: Df = (e, size) => (sBarFactors.find(([upTo]) => size <= upTo)?.[1] ?? 1) * e.count * (size - 1);

const minitab: Record<SigmaMethod, Df> = {
  'r-bar': ofRanges,
  'r-bar-plain': ofRanges,
  's-bar': ofDeviations,
  's-bar-plain': ofDeviations,
  pooled: (e) => e.df,
  'pooled-plain': (e) => e.df,
  'mr-bar': (e) => e.count,
  'median-mr': (e) => e.count,
  overall: (e) => e.df,
};

/**
 * Degrees of freedom of σ within for intervals. Choice: by the spread of the estimator itself (Patnaik's match, see
 * equivalentDf); `minitab` and `n-1` (qcc) reproduce what those print.
 */
export function intervalDf(choice: IntervalDf, estimate: SigmaEstimate, n: number): number {
  if (choice === 'n-1') {
    return n - 1;
  }
  return choice === 'minitab' ? minitab[estimate.method](estimate, n / estimate.count) : estimate.df;
}
