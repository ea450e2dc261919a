export type QuantileType = 6 | 7 | 8;

/**
 * Quantile p of sorted values (Hyndman & Fan 1996, American Statistician 50, 361–365): type 6 at (n + 1)p (Minitab, JMP),
 * 7 at (n − 1)p + 1 (default; R, Excel), 8 at (n + ⅓)p + ⅓ (median-unbiased). null when empty or p outside [0, 1].
 */
export function quantile(sorted: Float64Array, p: number, type: QuantileType = 7): number | null {
  const n = sorted.length;
  if (n === 0 || !(p >= 0 && p <= 1)) {
    return null;
  }
  const place = type === 6 ? (n + 1) * p : type === 7 ? (n - 1) * p + 1 : (n + 1 / 3) * p + 1 / 3;
  // Rounding must not turn a whole place into the one below it.
  const whole = Math.floor(place + 4 * Number.EPSILON * n);
  const part = Math.max(0, place - whole);
  const low = sorted[Math.min(n, Math.max(1, whole)) - 1]!;
  const high = sorted[Math.min(n, Math.max(1, whole + 1)) - 1]!;
  return part === 0 ? low : low + part * (high - low);
}
