import { betaCdf, betaQuantile } from './beta';

/** P(T > t) with ν degrees of freedom. */
export function tSf(t: number, df: number): number {
  const tail = 0.5 * betaCdf(df / (df + t * t), df / 2, 0.5);
  return t >= 0 ? tail : 1 - tail;
}

/** t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) {
    return 0;
  }
  const tail = Math.min(p, 1 - p);
  const b = betaQuantile(2 * tail, df / 2, 0.5);
  const t = Math.sqrt((df * (1 - b)) / b);
  return p < 0.5 ? -t : t;
}
