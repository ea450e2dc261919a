import { chiSquareCdf } from '../special/chiSquare';
import { findRoot } from './findRoot';
import { solve } from './solve';

/** P(noncentral χ²_p(ncp) ≤ x): Poisson mixture of central ones, summed outwards from its mode. */
function noncentralCdf(x: number, p: number, ncp: number): number {
  if (x <= 0) {
    return 0;
  }
  const half = ncp / 2;
  let total = 0;
  let weight = Math.exp(-half);
  if (weight > 1e-290) {
    let left = 1;
    for (let j = 0; j < 2000 && left > 1e-15; j++) {
      total += weight * chiSquareCdf(x, p + 2 * j);
      left -= weight;
      weight *= half / (j + 1);
      if (j > half && weight < 1e-17) {
        break;
      }
    }
  }
  return total;
}

/**
 * In-control run length of MEWMA with asymptotic covariance and limit h: ‖Z‖ is a Markov chain on [0, √(hλ/(2 − λ))], here
 * with `states` rings (Runger & Prabhu 1996, Biometrika 83, 701–706). Published: p = 2, λ = 0.1, h = 8.66 gives 200.
 */
export function mewmaArl(p: number, lambda: number, h: number, states = 60): number {
  const reach = Math.sqrt((h * lambda) / (2 - lambda));
  if (lambda === 1) {
    return 1 / chiSquareCdf(h, p, true);
  }
  // Ring j covers ((j − ½)w, (j + ½)w), ring 0 the disc of radius w/2.
  const w = (2 * reach) / (2 * states + 1);
  const n = states + 1;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const r = i * w;
    const ncp = (((1 - lambda) * r) / lambda) ** 2;
    let below = 0;
    for (let j = 0; j < n; j++) {
      const upto = noncentralCdf((((j + 0.5) * w) / lambda) ** 2, p, ncp);
      matrix[i * n + j] = (i === j ? 1 : 0) - (upto - below);
      below = upto;
    }
  }
  return solve(matrix, new Float64Array(n).fill(1))[0]!;
}

const limits = new Map<string, number>();

/** Limit h for which MEWMA of p variables has the in-control run length `arl0`; cached. */
export function mewmaLimit(p: number, lambda: number, arl0: number): number {
  const key = `${p}/${lambda}/${arl0}`;
  let found = limits.get(key);
  if (found === undefined) {
    found = findRoot((h) => Math.log(mewmaArl(p, lambda, h, 60)), Math.log(arl0), 0.1, 60 + 10 * p);
    limits.set(key, found);
  }
  return found;
}
