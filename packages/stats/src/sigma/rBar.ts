import { subgroupAverage } from './subgroupAverage';
import { type SigmaEstimator } from './types';

/**
 * σ̂ = Σ wᵢ Rᵢ/d₂(nᵢ) / Σ wᵢ with wᵢ = d₂²/d₃²; for equal sizes R̄/d₂ (Burr 1969, J. Quality Technology 1, 163–167; Montgomery
 * ISQC 7th ed., eq. 6.6). Choice: weighted for unequal sizes as in Minitab; qcc's default is `r-bar-plain`.
 */
export const rBar: SigmaEstimator = {
  id: 'r-bar',
  title: 'R̄/d₂',
  estimate: (data) => subgroupAverage('r-bar', data, 'range', true),
};
