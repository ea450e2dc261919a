import { normalQuantile } from '../special/normal';
import { cusumArl } from './cusumArl';
import { ewmaArl } from './ewmaArl';
import { ewmaShewhartArl } from './ewmaShewhartArl';
import { findRoot } from './findRoot';

/** Shewhart limit k with in-control run length `arl0`: 2Φ(−k) = 1/ARL₀. */
export function shewhartLimitFor(arl0: number): number {
  return -normalQuantile(1 / (2 * arl0));
}

/**
 * x of [low, high] where a run length reaches `arl0`; null where it lies outside. The upper end of the search doubles from 1, so
 * that no run length beyond the range of numbers is asked for.
 */
function limitFor(arl: (x: number) => number, arl0: number, low: number, high: number): number | null {
  if (arl(low) > arl0) {
    return null;
  }
  let reach = Math.min(1, high);
  while (arl(reach) < arl0) {
    if (reach === high) {
      return null;
    }
    reach = Math.min(2 * reach, high);
  }
  return findRoot((x) => Math.log(arl(x)), Math.log(arl0), low, reach);
}

/** L of an EWMA with in-control run length `arl0`; null where none of [10⁻⁴, 6.5] has it. */
export function ewmaLimitFor(arl0: number, lambda = 0.2): number | null {
  return limitFor((width) => ewmaArl(lambda, width), arl0, 1e-4, 6.5);
}

/**
 * L of an EWMA and k of the Shewhart limit beside it that **together** have in-control run length `arl0`; k lies `margin`
 * above L, so that both do a share of the work (L 4.0, k 4.2: about 13 000). null where no L of [10⁻⁴, 7] has it.
 */
export function ewmaShewhartLimitsFor(
  arl0: number,
  lambda = 0.2,
  margin = 0.2
): { width: number | null; shewhart: number | null } {
  const width = limitFor((w) => ewmaShewhartArl(lambda, w, w + margin), arl0, 1e-4, 7);
  return { width, shewhart: width === null ? null : width + margin };
}

/**
 * h of a CUSUM with reference value k and in-control run length `arl0`; null where no h of [10⁻⁶, 120] has it: even without
 * a decision interval runs last 1/(2Φ(−k)).
 */
export function cusumLimitFor(arl0: number, k = 0.5): number | null {
  return limitFor((h) => cusumArl(k, h)!, arl0, 1e-6, 120);
}

/** In-control run length that an alarm budget allows: points judged a period over signals borne in it. */
export function arlForBudget(pointsPerPeriod: number, signalsPerPeriod: number): number {
  return pointsPerPeriod / signalsPerPeriod;
}
