/**
 * Adjusted p-values (q) that control the false discovery rate: min over j ≥ i of p₍ⱼ₎·m/j, at most 1 (Benjamini & Hochberg
 * 1995, JRSS B 57, 289–300). NaN stays NaN and is not counted.
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = Array.from(p.keys())
    .filter((i) => p[i] === p[i])
    .sort((a, b) => p[b]! - p[a]!);
  const q = new Float64Array(p.length).fill(NaN);
  const m = order.length;
  let least = 1;
  order.forEach((i, from) => {
    least = Math.min(least, (p[i]! * m) / (m - from));
    q[i] = least;
  });
  return q;
}
