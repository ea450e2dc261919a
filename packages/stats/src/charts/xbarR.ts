import { xbarChart } from './xbar';

/**
 * X̄ and R: x̿ ± width·σ̂/√n with σ̂ = R̄/d₂(n), i.e. A₂R̄; R between D₃R̄ and D₄R̄ (Montgomery ISQC 7th ed., §6.2;
 * Walter Shewhart's chart as in ISO 7870-2:2023). Each point has the limits of its own size. With `between` the
 * variance between subgroups is added (σ_b² + σ_w²/n): where subgroups differ by nature, σ_w/√n alone cries wolf.
 */
export const xbarR = xbarChart(
  'xbar-r',
  'X̄-R',
  'r',
  ['r-bar', 's-bar', 'pooled', 'r-bar-plain', 's-bar-plain', 'pooled-plain'],
  { min: 2, max: 8 }
);
