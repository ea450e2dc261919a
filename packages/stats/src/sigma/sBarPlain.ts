import { subgroupAverage } from './subgroupAverage';
import { type SigmaEstimator } from './types';

/** σ̂ = mean of sᵢ/c₄(nᵢ), every subgroup alike (qcc's UWAVE-SD); differs from `s-bar` where sizes do. */
export const sBarPlain: SigmaEstimator = {
  id: 's-bar-plain',
  title: 'S̄/c₄, not weighted',
  estimate: (data) => subgroupAverage('s-bar-plain', data, 'sd', false),
};
