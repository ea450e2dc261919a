import { betaQuantile } from '../special/beta';
import { chiSquareQuantile } from '../special/chiSquareQuantile';
import { fQuantile } from '../special/fDistribution';

/**
 * Upper limit of T² at probability 1 − `tail` for p variables. m 0 (means and covariance are known, not estimated): χ²(p). Individuals, m points: phase I
 * (m − 1)²/m · Beta(p/2, (m − p − 1)/2), phase II p(m + 1)(m − 1)/(m² − mp) · F(p, m − p). Subgroups of n: phase I
 * p(m − 1)(n − 1)/(mn − m − p + 1) · F(p, mn − m − p + 1), phase II with m + 1 for m − 1
 * (Tracy, Young & Mason 1992, J. Quality Technology 24, 88–95; Montgomery ISQC 7th ed., eq. 11.20–11.24).
 */
export function t2Limit(phase: 1 | 2, p: number, m: number, n: number, tail: number): number {
  if (m === 0) {
    return chiSquareQuantile(tail, p, true);
  }
  if (n > 1) {
    const df = m * n - m - p + 1;
    return ((p * (phase === 1 ? m - 1 : m + 1) * (n - 1)) / df) * fQuantile(tail, p, df, true);
  }
  if (phase === 1) {
    return ((m - 1) ** 2 / m) * betaQuantile(tail, p / 2, (m - p - 1) / 2, true);
  }
  return ((p * (m + 1) * (m - 1)) / (m * m - m * p)) * fQuantile(tail, p, m - p, true);
}
