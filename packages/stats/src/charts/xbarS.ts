import { xbarChart } from './xbar';

/**
 * X̄ and S: x̿ ± width·σ̂/√n with σ̂ = S̄/c₄(n), i.e. A₃S̄; S between B₃S̄ and B₄S̄ (Montgomery ISQC 7th ed., §6.3; not A₃
 * for B₃). For unequal sizes each point has its own limits from the weighted σ̂.
 */
export const xbarS = xbarChart(
  'xbar-s',
  'X̄-S',
  's',
  ['s-bar', 'pooled', 'r-bar', 's-bar-plain', 'pooled-plain', 'r-bar-plain'],
  { min: 2, max: Infinity }
);
