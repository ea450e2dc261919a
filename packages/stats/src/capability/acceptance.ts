import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf } from '../special/normal';
import { type Spec } from './types';

export interface Acceptance {
  /** Acceptance limits: the spec limits drawn in by the guard band; null where the spec has none. */
  lower: number | null;
  upper: number | null;
  /** P(outside spec and accepted), P(inside spec and rejected) for the stated process; null without one. */
  consumerRisk: number | null;
  producerRisk: number | null;
}

/**
 * Acceptance limits with a guard band of factor·U, U the expanded uncertainty (k = 2) of a measurement: factor 1 proves
 * conformity (ISO 14253-1:2017), 0 is simple acceptance, below 0 proves nonconformity. Global risks for a normal process by
 * integration (JCGM 106:2012, eq. 17 and 19, measurement error normal with u = U/2).
 */
export function acceptance(
  { lsl, usl }: Spec,
  uncertainty: number,
  factor = 1,
  process?: { mean: number; sigma: number }
): Acceptance {
  const band = factor * uncertainty;
  const lower = lsl === null || lsl === undefined ? null : lsl + band;
  const upper = usl === null || usl === undefined ? null : usl - band;
  if (!process || !(process.sigma > 0) || !(uncertainty > 0)) {
    return { lower, upper, consumerRisk: null, producerRisk: null };
  }
  const { mean, sigma } = process;
  const u = uncertainty / 2;
  const accepted = (y: number): number =>
    Math.max(0, (upper === null ? 1 : normalCdf((upper - y) / u)) - (lower === null ? 0 : normalCdf((lower - y) / u)));
  const { nodes, weights } = gaussLegendre(20);
  // P(true value in [from, to] and accepted), in panels fine against both σ and u.
  const joint = (from: number, to: number, outcome: (y: number) => number): number => {
    const a = Math.max(from, mean - 10 * sigma);
    const b = Math.min(to, mean + 10 * sigma);
    if (!(b > a)) {
      return 0;
    }
    const panels = Math.min(5000, Math.ceil((b - a) / Math.min(sigma, u)));
    const half = (b - a) / panels / 2;
    let sum = 0;
    for (let k = 0; k < panels; k++) {
      for (let i = 0; i < nodes.length; i++) {
        const y = a + half * (2 * k + 1 + nodes[i]!);
        sum += ((half * weights[i]!) / sigma) * normalPdf((y - mean) / sigma) * outcome(y);
      }
    }
    return sum;
  };
  const low = lsl ?? -Infinity;
  const high = usl ?? Infinity;
  return {
    lower,
    upper,
    consumerRisk: joint(-Infinity, low, accepted) + joint(high, Infinity, accepted),
    producerRisk: joint(low, high, (y) => 1 - accepted(y)),
  };
}
