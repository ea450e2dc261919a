/**
 * How often k of the last n items are bad by chance alone, a share p of them being so each by itself: times an item that their number
 * among the last n rises to k, (n−1 over k−1) pᵏ (1−p)ⁿ⁻ᵏ⁺¹. Exact, and no less than how often it is told: what rises again while it is
 * told is counted twice. It is Naus's scan statistic (1982, _JASA_ 77, 177–183) up to a share n·p of it, and as precise where that is 0.
 * @returns a number from 0 to 1; 0 for a share of 0 or 1.
 */
export function severalRate(k: number, n: number, share: number): number {
  let ways = 1;
  for (let i = 1; i < k; i++) {
    ways *= (n - i) / i;
  }
  return ways * share ** k * (1 - share) ** (n - k + 1);
}
