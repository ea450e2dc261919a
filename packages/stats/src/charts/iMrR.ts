import { iMrWithin } from './iMrWithin';

/**
 * I-MR-R (between/within): subgroup means as individuals with σ̂ = MR̄/d₂ of the means, so that the natural variance
 * between lots, rolls or trays widens the limits; σ_b² = σ̂² − σ_w²/n (Minitab, "I-MR-R/S chart: methods and formulas";
 * Wheeler's three-way chart). Choice: means of unequal sizes are moved to their size through σ_w.
 */
export const iMrR = iMrWithin('i-mr-r', 'I-MR-R', 'r', [
  'r-bar',
  's-bar',
  'pooled',
  'r-bar-plain',
  's-bar-plain',
  'pooled-plain',
]);
