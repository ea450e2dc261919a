import { momentsOf } from '../charts/moments';

/**
 * Lag-k autocorrelation Σ(xᵢ − x̄)(xᵢ₋ₖ − x̄)/Σ(xᵢ − x̄)² (Box, Jenkins & Reinsel, Time Series Analysis, 4th ed., eq. 2.1.12;
 * NIST e-Handbook 1.3.5.12). Pairs over a missing or excluded point or a break do not count. null without spread or pairs.
 */
export function lagAutocorrelation(
  values: Float64Array,
  lag: number,
  breaks?: Uint8Array,
  excluded?: Uint8Array
): number | null {
  const { n, mean, ss } = momentsOf(values, excluded);
  if (n <= lag || !(ss > 0)) {
    return null;
  }
  let sum = 0;
  let run = 0;
  let pairs = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[i] || excluded?.[i]) {
      run = 0;
      continue;
    }
    run = breaks?.[i] ? 1 : run + 1;
    if (run > lag) {
      sum += (values[i]! - mean) * (values[i - lag]! - mean);
      pairs++;
    }
  }
  return pairs > 0 ? sum / ss : null;
}
