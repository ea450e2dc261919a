import { normalCdf, normalSf } from '../special/normal';
import { type RuleAutomaton } from './ruleAutomaton';

export interface RunLength {
  /** Mean number of points to the first signal. */
  arl: number;
  /** Standard deviation of the run length. */
  sd: number;
  median: number;
}

const MOST_STEPS = 200_000;

/** Zone probabilities of points at (shift + scale·Z) σ from the centre. */
function zoneProbabilities(borders: readonly number[], shift: number, scale: number): Float64Array {
  const zones = borders.length + 1;
  const probability = new Float64Array(zones);
  for (let zone = 0; zone < zones; zone++) {
    const low = zone === 0 ? -Infinity : (borders[zone - 1]! - shift) / scale;
    const high = zone === zones - 1 ? Infinity : (borders[zone]! - shift) / scale;
    // Differences in the tail that keeps digits.
    probability[zone] = low > 0 ? normalSf(low) - normalSf(high) : normalCdf(high) - normalCdf(low);
  }
  return probability;
}

/**
 * Run length of the automaton's rules for independent normal points: exact up to rounding. The points lie at
 * (shift + scale·Z) σ from the centre, so that limits estimated with an error are covered as well. Sums P(N > t) until the
 * share of the surviving that signal is the same at every step; then the rest of the sum is geometric.
 */
export function markovRunLength(automaton: RuleAutomaton, shift = 0, scale = 1): RunLength {
  const { borders, states, next } = automaton;
  const zones = borders.length + 1;
  const probability = zoneProbabilities(borders, shift, scale);
  let now = new Float64Array(states);
  let then = new Float64Array(states);
  now[0] = 1;
  let survival = 1;
  let arl = 1;
  let weighted = 0;
  let median = NaN;
  let hazard = -1;
  for (let t = 1, calm = 0; t <= MOST_STEPS && survival > 1e-300; t++) {
    then.fill(0);
    let signals = 0;
    for (let state = 0; state < states; state++) {
      const mass = now[state]!;
      if (mass > 0) {
        for (let zone = 0; zone < zones; zone++) {
          const to = next[state * zones + zone]!;
          if (to >= 0) {
            then[to]! += mass * probability[zone]!;
          } else {
            signals += mass * probability[zone]!;
          }
        }
      }
    }
    [now, then] = [then, now];
    const before = hazard;
    hazard = signals / survival;
    calm = Math.abs(hazard - before) <= 1e-14 * hazard ? calm + 1 : 0;
    survival = 0;
    for (let state = 0; state < states; state++) {
      survival += now[state]!;
    }
    arl += survival;
    weighted += t * survival;
    if (median !== median && survival <= 0.5) {
      median = t;
    }
    if (calm >= 5 && t > 40) {
      const rest = (1 - hazard) / hazard;
      arl += survival * rest;
      weighted += survival * rest * (t + 1 / hazard);
      median = median === median ? median : t + Math.ceil(Math.log(0.5 / survival) / Math.log1p(-hazard));
      break;
    }
  }
  // E N² = Σ (2t + 1) P(N > t).
  return { arl, sd: Math.sqrt(Math.max(0, 2 * weighted + arl - arl * arl)), median };
}
