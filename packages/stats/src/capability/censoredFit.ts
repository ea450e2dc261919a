import { normalPdf, normalSf } from '../special/normal';
import { momentsOf } from '../charts/moments';

/** φ(z)/P(Z > z), the mean of what lies beyond z; by its series where both are too small to divide (Abramowitz & Stegun 26.2.12). */
function millsInverse(z: number): number {
  return z < 30 ? normalPdf(z) / normalSf(z) : z + (1 - (2 - 10 / (z * z)) / (z * z)) / z;
}

export interface CensoredFit {
  mean: number;
  sigma: number;
  n: number;
  below: number;
  above: number;
}

/**
 * Normal mean and σ by maximum likelihood where some values are only known to lie below (−1) or above (+1) the number
 * given: a leak below detection, a hi-pot that did not break down. EM algorithm (Dempster, Laird & Rubin 1977; Wolynetz
 * 1979, AS 138), divisor n. null below two exact values or without their spread.
 */
export function censoredFit(values: Float64Array, side: Int8Array): CensoredFit | null {
  const exact = values.filter((x, i) => x === x && !side[i]);
  const start = momentsOf(exact);
  if (start.n < 2 || !(start.ss > 0)) {
    return null;
  }
  const present = values.filter((x) => x === x);
  const n = present.length;
  let below = 0;
  let above = 0;
  values.forEach((x, i) => {
    below += x === x && side[i]! < 0 ? 1 : 0;
    above += x === x && side[i]! > 0 ? 1 : 0;
  });
  const origin = start.mean;
  let mean = 0;
  let variance = start.ss / start.n;
  for (let step = 0; step < 100_000; step++) {
    const sigma = Math.sqrt(variance);
    let first = 0;
    let second = 0;
    for (let i = 0; i < values.length; i++) {
      const x = values[i]! - origin;
      if (x !== x) {
        continue;
      }
      const z = (x - mean) / sigma;
      if (!side[i]) {
        first += x;
        second += (x - mean) * (x - mean);
      } else {
        // Mean and mean square of what lies beyond z, by the inverse Mills ratio.
        const mills = side[i]! > 0 ? millsInverse(z) : -millsInverse(-z);
        first += mean + sigma * mills;
        second += variance * (1 + z * mills);
      }
    }
    const next = first / n;
    const spread = second / n - (next - mean) * (next - mean);
    const change = Math.abs(next - mean) / sigma + Math.abs(spread - variance) / variance;
    mean = next;
    variance = spread;
    if (change < 1e-13) {
      break;
    }
  }
  return { mean: origin + mean, sigma: Math.sqrt(variance), n, below, above };
}
