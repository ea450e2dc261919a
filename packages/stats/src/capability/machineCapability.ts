import { momentsOf } from '../charts/moments';
import { type Interval, type Spec } from './types';
import { cpInterval, cpkInterval } from './intervals';

export interface MachineCapability {
  n: number;
  mean: number;
  sigma: number;
  cm: number | null;
  cmk: number | null;
  intervals: { cm: Interval | null; cmk: Interval | null };
}

/**
 * Cm = (USL − LSL)/6s and Cmk = nearer side/3s of one short run of at least 50 consecutive parts (ISO 22514-3:2020; VDA
 * volume 4). null below 50 values: a machine study that is too short is not a study.
 */
export function machineCapability(values: Float64Array, spec: Spec, confidence = 0.95): MachineCapability | null {
  const { n, mean, ss } = momentsOf(values);
  if (n < 50) {
    return null;
  }
  const sigma = Math.sqrt(ss / (n - 1));
  const lower = spec.lsl === null || spec.lsl === undefined ? Infinity : (mean - spec.lsl) / (3 * sigma);
  const upper = spec.usl === null || spec.usl === undefined ? Infinity : (spec.usl - mean) / (3 * sigma);
  const nearest = Math.min(lower, upper);
  const cm = Number.isFinite(lower + upper) && sigma > 0 ? (lower + upper) / 2 : null;
  const cmk = Number.isFinite(nearest) && sigma > 0 ? nearest : null;
  return {
    n,
    mean,
    sigma,
    cm,
    cmk,
    intervals: {
      cm: cm === null ? null : cpInterval(cm, n - 1, confidence),
      cmk: cmk === null ? null : cpkInterval(cmk, n, n - 1, confidence),
    },
  };
}
