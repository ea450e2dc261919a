import { findRoot } from '../arl/findRoot';
import { momentsOf } from '../charts/moments';
import { logRatio } from './logRatio';

export interface BoxCox {
  lambda: number;
  /** Profile log-likelihood at λ, without its constant. */
  logLikelihood: number;
  transformed: Float64Array;
}

/** (x^λ − 1)/λ, ln x at 0; without cancellation for small λ. */
export function boxCoxTransform(x: number, lambda: number): number {
  const log = Math.log(x);
  return lambda === 0 ? log : Math.expm1(lambda * log) / lambda;
}

/** (u eᵘ − eᵘ + 1)/u², by its series Σ uᵏ (k + 1)/(k + 2)! where that would cancel. */
function slopeFactor(u: number): number {
  if (Math.abs(u) > 0.5) {
    return (u * Math.exp(u) - Math.expm1(u)) / (u * u);
  }
  // Each term is the one before times u (k + 1)/(k (k + 2)).
  let sum = 0.5;
  let term = 0.5;
  for (let k = 1; k <= 14; k++) {
    term *= (u * (k + 1)) / (k * (k + 2));
    sum += term;
  }
  return sum;
}

/**
 * Box–Cox: λ in [−5, 5] that maximises −(n/2) ln(SS(λ)/n) + (λ − 1) Σ ln x (Box & Cox 1964, JRSS B 26, 211–252), as the root of
 * its derivative. null below 3 values, without spread, or with a value ≤ 0. NaN stays NaN.
 */
export function boxCox(values: Float64Array): BoxCox | null {
  const { n, mean: unit, ss } = momentsOf(values);
  if (values.some((x) => x <= 0) || n < 3 || !(ss > 0)) {
    return null;
  }
  const offset = momentsOf(values.map((x) => logRatio(x, unit))).mean;
  const meanLog = Math.log(unit) + offset;
  // Divided by the geometric mean, values have Σ ln x = 0: only the sum of squares remains.
  const logs = values.filter((x) => x === x).map((x) => logRatio(x, unit) - offset);
  const transformed = new Float64Array(n);
  const half = (lambda: number): number => {
    transformed.forEach((_, i) => {
      transformed[i] = lambda === 0 ? logs[i]! : Math.expm1(lambda * logs[i]!) / lambda;
    });
    return momentsOf(transformed).ss / 2;
  };
  /** Derivative of half the sum of squares: Σ (t − t̄) dt/dλ. */
  const slope = (lambda: number): number => {
    half(lambda);
    const { mean } = momentsOf(transformed);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      sum += (transformed[i]! - mean) * logs[i]! * logs[i]! * slopeFactor(lambda * logs[i]!);
    }
    return sum;
  };
  const lambda = findRoot(slope, 0, -5, 5);
  return {
    lambda,
    logLikelihood: (-n / 2) * Math.log((2 * half(lambda)) / n) - n * meanLog,
    transformed: values.map((x) => boxCoxTransform(x, lambda)),
  };
}
