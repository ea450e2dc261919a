import { subgroupAverage } from './subgroupAverage';
import { type SigmaEstimator } from './types';

/**
 * σ̂ = Σ hᵢ sᵢ/c₄(nᵢ) / Σ hᵢ with hᵢ = c₄²/(1 − c₄²); for equal sizes S̄/c₄ (Burr 1969; Montgomery ISQC 7th ed., eq. 6.26).
 * Choice: weighted for unequal sizes, as in Minitab; Montgomery's pooled form is `pooled-plain`, qcc's default `s-bar-plain`.
 */
export const sBar: SigmaEstimator = {
  id: 's-bar',
  title: 'S̄/c₄',
  estimate: (data) => subgroupAverage('s-bar', data, 'sd', true),
};
