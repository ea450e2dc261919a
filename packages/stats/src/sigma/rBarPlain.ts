import { subgroupAverage } from './subgroupAverage';
import { type SigmaEstimator } from './types';

/** σ̂ = mean of Rᵢ/d₂(nᵢ), every subgroup alike (qcc's UWAVE-R); differs from `r-bar` where sizes do. */
export const rBarPlain: SigmaEstimator = {
  id: 'r-bar-plain',
  title: 'R̄/d₂, not weighted',
  estimate: (data) => subgroupAverage('r-bar-plain', data, 'range', false),
};
