import { chiSquareCdf } from '../special/chiSquare';

export interface ChiSquareTest {
  chi2: number;
  df: number;
  p: number;
  /** Smallest expected count; below 5 the approximation is poor. */
  smallestExpected: number;
}

/** Pearson's χ² of independence of a table of counts (rows × columns). null where a margin leaves no freedom. */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest | null {
  const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const total = rows.reduce((a, b) => a + b, 0);
  const r = rows.filter((v) => v > 0).length;
  const c = columns.filter((v) => v > 0).length;
  if (r < 2 || c < 2) {
    return null;
  }
  let chi2 = 0;
  let smallestExpected = Infinity;
  table.forEach((row, i) =>
    columns.forEach((column, j) => {
      const expected = (rows[i]! * column) / total;
      if (expected > 0) {
        chi2 += ((row[j] ?? 0) - expected) ** 2 / expected;
        smallestExpected = Math.min(smallestExpected, expected);
      }
    })
  );
  const df = (r - 1) * (c - 1);
  return { chi2, df, p: chiSquareCdf(chi2, df, true), smallestExpected };
}
