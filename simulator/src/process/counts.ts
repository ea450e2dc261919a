import { normalCdf, normalQuantile } from '@cellthread/stats';

/** Above this mean a Poisson count is drawn as a rounded normal one: its terms would vanish. */
const LARGE = 50;
/** Deviations that stand for the ends of the scale. */
const FAR = 6;

const clamped = (z: number): number => Math.min(FAR, Math.max(-FAR, z));

/** Whether a boolean is true: high deviations are. `share`: 0…1. */
export function isTrue(share: number, z: number): boolean {
  return z > -clamped(normalQuantile(Math.min(1, Math.max(0, share))));
}

/** A deviation one sigma beyond the edge, where the boolean has that value (1 or 0). */
export function deviationOfTruth(share: number, value: number): number {
  return -clamped(normalQuantile(Math.min(1, Math.max(0, share)))) + (value > 0.5 ? 1 : -1);
}

/** Quantile of the Poisson distribution at the probability of z. */
export function rareCount(mean: number, z: number): number {
  if (mean > LARGE) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z));
  }
  const p = normalCdf(z);
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (sum < p && count < 10 * LARGE) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** A deviation that gives this count, within the ends of the scale. */
export function deviationOfCount(mean: number, value: number): number {
  if (mean > LARGE) {
    return (value - mean) / Math.sqrt(mean);
  }
  let term = Math.exp(-mean);
  let below = 0;
  for (let count = 0; count < value; count++) {
    below += term;
    term *= mean / (count + 1);
  }
  return clamped(normalQuantile(Math.min(1, below + term / 2)));
}
