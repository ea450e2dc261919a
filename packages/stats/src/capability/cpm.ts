import { targetOf } from './indices';
import { type CpmForm, type Spec } from './types';

/**
 * Cpm about the target T, with τ the root mean square distance from it. `nist`: (USL − LSL)/6τ, τ² = s² + (x̄ − T)² (NIST
 * e-Handbook 7.1.6; Chan, Cheng & Spiring 1988, JQT 20, 162–175); T is the middle where none is stated, both limits are
 * needed. `minitab` (JASP alike): min(T − LSL, USL − T)/3τ, or the only side, τ² = Σ(x − T)²/n; a stated T is needed. null
 * where what is needed is missing, or without spread about T.
 */
export function cpm(form: CpmForm, n: number, mean: number, sigmaOverall: number, spec: Spec): number | null {
  const { lsl, usl } = spec;
  const target = form === 'minitab' ? (spec.target ?? null) : targetOf(spec);
  if (target === null) {
    return null;
  }
  const s2 = sigmaOverall * sigmaOverall * (form === 'minitab' ? (n - 1) / n : 1);
  const tau = Math.sqrt(s2 + (mean - target) * (mean - target));
  const below = lsl === null || lsl === undefined ? null : target - lsl;
  const above = usl === null || usl === undefined ? null : usl - target;
  const both = below === null || above === null ? null : (below + above) / 2;
  const room = form === 'nist' ? both : both === null ? (below ?? above) : Math.min(below!, above!);
  return room === null || !(tau > 0) ? null : room / (3 * tau);
}
