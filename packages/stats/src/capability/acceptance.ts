import { gaussLegendre } from '../constants/gaussLegendre';
import { normalCdf, normalPdf, normalSf } from '../special/normal';
import { type Spec } from './types';

export interface Acceptance {
  /** Acceptance limits: the spec limits drawn in by the guard band; null where the spec has none. */
  lower: number | null;
  upper: number | null;
  /** P(outside spec and accepted), P(inside spec and rejected) for the stated process; null without one. */
  consumerRisk: number | null;
  producerRisk: number | null;
  warnings: string[];
}

/** Beyond so many u from a limit a measurement is accepted or rejected for sure, to 1e-16. */
const REACH = 9;

/**
 * Acceptance limits with a guard band of factor·U, U the expanded uncertainty (k = 2) of a measurement: factor 1 proves
 * conformity (ISO 14253-1:2017), 0 is simple acceptance, below 0 proves nonconformity. Global risks for a normal process by
 * integration (JCGM 106:2012, eq. 17 and 19, measurement error normal with u = U/2). A process with σ 0 is its mean; without
 * uncertainty nothing is accepted or rejected wrongly.
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
  const warnings =
    lower !== null && upper !== null && lower > upper
      ? ['the guard bands are wider than the tolerance: no result can be accepted']
      : [];
  if (!process) {
    return { lower, upper, consumerRisk: null, producerRisk: null, warnings };
  }
  if (!(uncertainty > 0)) {
    return { lower, upper, consumerRisk: 0, producerRisk: 0, warnings };
  }
  const { mean, sigma } = process;
  const u = uncertainty / 2;
  const low = lsl ?? -Infinity;
  const high = usl ?? Infinity;
  /** P(accepted | y), and P(rejected | y) with its own digits. */
  const accepted = (y: number): number =>
    Math.max(0, (upper === null ? 1 : normalCdf((upper - y) / u)) - (lower === null ? 0 : normalCdf((lower - y) / u)));
  const rejected = (y: number): number =>
    Math.min(1, (upper === null ? 0 : normalSf((upper - y) / u)) + (lower === null ? 0 : normalSf((y - lower) / u)));
  if (!(sigma > 0)) {
    const inside = mean >= low && mean <= high;
    const risks = { consumerRisk: inside ? 0 : accepted(mean), producerRisk: inside ? rejected(mean) : 0 };
    return { lower, upper, ...risks, warnings };
  }
  const { nodes, weights } = gaussLegendre(20);
  // P(true value in [from, to] and outcome), in panels fine against both σ and u.
  const joint = (from: number, to: number, outcome: (y: number) => number): number => {
    const a = Math.max(from, mean - 10 * sigma);
    const b = Math.min(to, mean + 10 * sigma);
    if (!(b > a)) {
      return 0;
    }
    const panels = Math.ceil((b - a) / Math.min(sigma, u));
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
  // The guard band is at most 2u wide: farther from a spec limit than `near` nothing is in doubt.
  const near = (REACH + 2) * u;
  return {
    lower,
    upper,
    consumerRisk: joint(low - near, low, accepted) + joint(high, high + near, accepted),
    producerRisk:
      low + near >= high - near
        ? joint(low, high, rejected)
        : joint(low, low + near, rejected) + joint(high - near, high, rejected),
    warnings,
  };
}
