import { momentsOf } from '../charts/moments';
import { maximise } from './maximise';

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

/**
 * Box–Cox: λ in [−5, 5] that maximises −(n/2) ln(SS(λ)/n) + (λ − 1) Σ ln x (Box & Cox 1964, JRSS B 26, 211–252). null below
 * 3 values, without spread, or with a value ≤ 0. NaN stays NaN.
 */
export function boxCox(values: Float64Array): BoxCox | null {
  let sumLog = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x <= 0) {
      return null;
    }
    if (x === x) {
      sumLog += Math.log(x);
      n++;
    }
  }
  // Scaling by the geometric mean changes nothing but the rounding.
  const g = Math.exp(sumLog / n);
  const scratch = new Float64Array(values.length);
  const likelihood = (lambda: number): number => {
    for (let i = 0; i < values.length; i++) {
      scratch[i] = boxCoxTransform(values[i]! / g, lambda);
    }
    return (-n / 2) * Math.log(momentsOf(scratch).ss / n);
  };
  if (n < 3 || !(momentsOf(values).ss > 0)) {
    return null;
  }
  const lambda = maximise(likelihood, -5, 5, 1e-9);
  return {
    lambda,
    logLikelihood: likelihood(lambda) - sumLog,
    transformed: values.map((x) => boxCoxTransform(x, lambda)),
  };
}
