import gammaln from '@stdlib/math-base-special-gammaln';
import { gaussLegendre } from '../constants/gaussLegendre';
import { chiSquareCdf } from '../special/chiSquare';
import { chiSquareQuantile } from '../special/chiSquareQuantile';
import { findRoot } from './findRoot';
import { meanSteps } from './meanSteps';

/**
 * Density at t > 0 of the length of a p-dimensional standard normal vector whose mean has length d: the Poisson mixture of
 * central χ densities, summed both ways from its largest term.
 */
function lengthDensity(t: number, p: number, d: number): number {
  const q = ((d * t) / 2) ** 2;
  const b = p / 2 - 1;
  // The terms qʲ/(j! Γ(j + p/2)) are largest where j(j + p/2 − 1) = q.
  const mode = Math.floor((Math.sqrt(b * b + 4 * q) - b) / 2);
  const power = q > 0 ? mode * Math.log(q) : 0;
  const log = power - gammaln(mode + 1) - gammaln(mode + p / 2) - (d * d + t * t) / 2 + (p - 1) * Math.log(t);
  let sum = 1;
  let term = 1;
  for (let j = mode; term > 1e-17; j++) {
    term *= q / ((j + 1) * (j + p / 2));
    sum += term;
  }
  term = 1;
  for (let j = mode; j > 0 && term > 1e-17; j--) {
    term *= (j * (j - 1 + p / 2)) / q;
    sum += term;
  }
  return sum * Math.exp(log - b * Math.LN2);
}

/** P(length > t) of the same vector: the Poisson mixture of central χ² tails, each from the one before, until nothing is added. */
function longerThan(t: number, p: number, d: number): number {
  const x = (t * t) / 2;
  const half = (d * d) / 2;
  // Below this nothing is left of the Poisson law.
  const first = Math.max(0, Math.floor(half - 10 * Math.sqrt(half)));
  const a = p / 2 + first;
  let weight = Math.exp((first > 0 ? first * Math.log(half) : 0) - half - gammaln(first + 1));
  let tail = chiSquareCdf(t * t, 2 * a, true);
  // Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ/Γ(a + 1).
  let step = Math.exp(a * Math.log(x) - x - gammaln(a + 1));
  let sum = 0;
  for (let j = first; j < half || weight > 1e-18; j++) {
    sum += weight * tail;
    tail += step;
    step *= x / (p / 2 + j + 1);
    weight *= half / (j + 1);
  }
  return sum;
}

/**
 * In-control run length of MEWMA of p variables with asymptotic covariance and limit h: ‖Z‖ is a Markov process on
 * [0, √(hλ/(2 − λ))], whose integral equation is solved by Gauss–Legendre in ‖Z‖ (Rigdon 1995, J. Statist. Comput. Simul.
 * 52, 351–365; Knoth 2017, J. Quality Technology 49, 78–89). p 2, λ 0.1, h 8.64 gives 200 (Prabhu & Runger 1997).
 */
export function mewmaArl(p: number, lambda: number, h: number): number {
  if (lambda === 1) {
    return 1 / chiSquareCdf(h, p, true);
  }
  const reach = Math.sqrt((h * lambda) / (2 - lambda));
  const n = Math.min(400, Math.max(40, Math.ceil((4 * reach) / lambda)));
  const { nodes, weights } = gaussLegendre(n);
  const at = (i: number): number => (reach / 2) * (1 + nodes[i]!);
  const kernel = (from: number, j: number): number =>
    (reach / 2 / lambda) * weights[j]! * lengthDensity(at(j) / lambda, p, ((1 - lambda) * from) / lambda);
  const matrix = new Float64Array(n * n);
  const exit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    exit[i] = longerThan(reach / lambda, p, ((1 - lambda) * at(i)) / lambda);
    for (let j = 0; j < n; j++) {
      matrix[i * n + j] = kernel(at(i), j);
    }
  }
  return meanSteps(matrix, exit).reduce((arl, steps, j) => arl + kernel(0, j) * steps, 1);
}

const limits = new Map<string, number>();

/** Smallest λ whose run length can be computed. */
export const LEAST_MEWMA_LAMBDA = 1e-3;

/** Limit h for which MEWMA of p variables has the in-control run length `arl0`; cached. Throws for λ below 0.001. */
export function mewmaLimit(p: number, lambda: number, arl0: number): number {
  if (!(lambda >= LEAST_MEWMA_LAMBDA)) {
    throw new RangeError(`the limit of MEWMA needs λ ≥ ${LEAST_MEWMA_LAMBDA}, not ${lambda}`);
  }
  const key = `${p}/${lambda}/${arl0}`;
  let found = limits.get(key);
  if (found === undefined) {
    // Memory only makes runs longer: the limit without it, λ = 1, lies above.
    const most = chiSquareQuantile(1 / arl0, p, true);
    found = lambda === 1 ? most : findRoot((h) => Math.log(mewmaArl(p, lambda, h)), Math.log(arl0), 1e-9, most);
    limits.set(key, found);
  }
  return found;
}
