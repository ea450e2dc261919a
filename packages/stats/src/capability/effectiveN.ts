import { type ClusterTable } from './clusterTable';

/**
 * How many independent values the clustered ones are worth for a mean: n / (1 + (n₀ − 1)·ICC), Kish's design effect with
 * n₀ = Σnᵢ²/n and the ICC from the analysis of variance (Kish, Survey Sampling, 1965, §5.4).
 */
export function effectiveN(table: ClusterTable): number {
  let n = 0;
  let squares = 0;
  let sum = 0;
  let ssw = 0;
  for (let c = 0; c < table.count; c++) {
    n += table.n[c]!;
    squares += table.n[c]! * table.n[c]!;
    sum += table.n[c]! * table.offset[c]!;
    ssw += table.ss[c]!;
  }
  if (table.count < 2 || n <= table.count) {
    return n;
  }
  const mean = sum / n;
  let ssb = 0;
  for (let c = 0; c < table.count; c++) {
    ssb += table.n[c]! * (table.offset[c]! - mean) ** 2;
  }
  const msw = ssw / (n - table.count);
  const msb = ssb / (table.count - 1);
  const n0 = (n - squares / n) / (table.count - 1);
  const between = Math.max(0, (msb - msw) / n0);
  const icc = between + msw > 0 ? between / (between + msw) : 0;
  return n / (1 + (squares / n - 1) * icc);
}
