import { pooled } from './pooled';
import { type SigmaEstimator } from './types';

/** σ̂ = sₚ itself, as Montgomery has it (ISQC 7th ed., eq. 6.31); a little too small on average, by c₄(ν + 1). */
export const pooledPlain: SigmaEstimator = {
  id: 'pooled-plain',
  title: 'pooled s, not divided by c₄',
  estimate(data) {
    const found = pooled.estimate(data);
    return found && { ...found, method: 'pooled-plain', sigma: found.average };
  },
};
