import { normalQuantile } from '../special/normal';
import { cusumArl } from './cusumArl';
import { ewmaArl } from './ewmaArl';
import { ewmaShewhartArl } from './ewmaShewhartArl';
import { findRoot } from './findRoot';

/** Shewhart limit k with in-control run length `arl0`: 2Φ(−k) = 1/ARL₀. */
export function shewhartLimitFor(arl0: number): number {
  return -normalQuantile(1 / (2 * arl0));
}

/** L of an EWMA with in-control run length `arl0`. */
export function ewmaLimitFor(arl0: number, lambda = 0.2): number {
  return findRoot((width) => Math.log(ewmaArl(lambda, width)), Math.log(arl0), 0.1, 6.5);
}

/**
 * L of an EWMA and k of the Shewhart limit beside it that **together** have in-control run length `arl0`; k lies `margin`
 * above L, so that both do a share of the work (L 4.0, k 4.2: about 13 000).
 */
export function ewmaShewhartLimitsFor(arl0: number, lambda = 0.2, margin = 0.2): { width: number; shewhart: number } {
  const width = findRoot((w) => Math.log(ewmaShewhartArl(lambda, w, w + margin)), Math.log(arl0), 0.5, 7);
  return { width, shewhart: width + margin };
}

/** h of a CUSUM with reference value k and in-control run length `arl0`. */
export function cusumLimitFor(arl0: number, k = 0.5, headStart = 0): number {
  return findRoot((h) => Math.log(cusumArl(k, h, 0, headStart)), Math.log(arl0), 0.1, 40);
}

/** In-control run length that an alarm budget allows: points judged a period over signals borne in it. */
export function arlForBudget(pointsPerPeriod: number, signalsPerPeriod: number): number {
  return pointsPerPeriod / signalsPerPeriod;
}
