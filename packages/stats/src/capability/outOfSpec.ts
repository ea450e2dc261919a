import { normalCdf, normalQuantile, normalSf } from '../special/normal';
import { type OutOfSpec, type Spec } from './types';

/** Whether a number lies strictly outside the spec limits. */
export function outside(x: number, { lsl, usl }: Spec): boolean {
  return (lsl !== null && lsl !== undefined && x < lsl) || (usl !== null && usl !== undefined && x > usl);
}

/** Expected ppm outside the spec limits of a normal distribution (σ ≥ 0); a missing side counts 0. */
export function expectedOutOfSpec(mean: number, sigma: number, { lsl, usl }: Spec): OutOfSpec {
  let below = 0;
  let above = 0;
  if (lsl !== null && lsl !== undefined) {
    below = sigma > 0 ? 1e6 * normalCdf((lsl - mean) / sigma) : mean < lsl ? 1e6 : 0;
  }
  if (usl !== null && usl !== undefined) {
    above = sigma > 0 ? 1e6 * normalSf((usl - mean) / sigma) : mean > usl ? 1e6 : 0;
  }
  return { below, above, total: below + above };
}

/** Observed ppm strictly outside the spec limits. */
export function observedOutOfSpec(values: Float64Array, mask: Uint8Array | undefined, { lsl, usl }: Spec): OutOfSpec {
  let below = 0;
  let above = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x && !mask?.[i]) {
      n++;
      below += lsl !== null && lsl !== undefined && x < lsl ? 1 : 0;
      above += usl !== null && usl !== undefined && x > usl ? 1 : 0;
    }
  }
  return { below: (1e6 * below) / n, above: (1e6 * above) / n, total: (1e6 * (below + above)) / n };
}

/** Below it a share has lost its digits. */
const LEAST_SHARE = 1e-300;

/** Z.bench: the z whose upper tail holds all that is outside, Φ⁻¹(1 − ppm/10⁶); null where (next to) nothing or all is. */
export function zBench({ total }: OutOfSpec): number | null {
  const p = total / 1e6;
  return p > LEAST_SHARE && p < 1 ? -normalQuantile(p) : null;
}
