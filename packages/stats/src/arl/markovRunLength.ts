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

/** Sums P(N > t) of an absorbing chain; once its decay is geometric the rest of the sum is closed. */
export function sumSurvival(advance: () => number): RunLength {
  let survival = 1;
  let arl = 1;
  let weighted = 0;
  let median = NaN;
  let ratio = 0;
  let calm = 0;
  for (let t = 1; t <= MOST_STEPS; t++) {
    const next = advance();
    const decay = survival > 0 ? next / survival : 0;
    calm = Math.abs(decay - ratio) < 1e-15 ? calm + 1 : 0;
    ratio = decay;
    survival = next;
    arl += survival;
    weighted += t * survival;
    if (median !== median && survival <= 0.5) {
      median = t;
    }
    if (survival < 1e-300 || (calm >= 5 && t > 40)) {
      if (survival >= 1e-300 && ratio < 1) {
        const rest = ratio / (1 - ratio);
        arl += survival * rest;
        weighted += survival * rest * (t + 1 / (1 - ratio));
        if (median !== median) {
          median = t + Math.ceil(Math.log(0.5 / survival) / Math.log(ratio));
        }
      }
      break;
    }
  }
  // E N² = Σ (2t + 1) P(N > t).
  return { arl, sd: Math.sqrt(Math.max(0, 2 * weighted + arl - arl * arl)), median };
}

/**
 * Run length of the automaton's rules for independent normal points: exact up to rounding. The points lie at
 * (shift + scale·Z) σ from the centre, so that limits estimated with an error are covered as well.
 */
export function markovRunLength(automaton: RuleAutomaton, shift = 0, scale = 1): RunLength {
  const { borders, states, next } = automaton;
  const zones = borders.length + 1;
  const probability = new Float64Array(zones);
  for (let zone = 0; zone < zones; zone++) {
    const low = zone === 0 ? -Infinity : (borders[zone - 1]! - shift) / scale;
    const high = zone === zones - 1 ? Infinity : (borders[zone]! - shift) / scale;
    // Differences in the tail that keeps digits.
    probability[zone] = low > 0 ? normalSf(low) - normalSf(high) : normalCdf(high) - normalCdf(low);
  }
  let now = new Float64Array(states);
  let then = new Float64Array(states);
  now[0] = 1;
  return sumSurvival(() => {
    then.fill(0);
    for (let state = 0; state < states; state++) {
      const mass = now[state]!;
      if (mass > 0) {
        for (let zone = 0; zone < zones; zone++) {
          const to = next[state * zones + zone]!;
          if (to >= 0) {
            then[to]! += mass * probability[zone]!;
          }
        }
      }
    }
    const swap = now;
    now = then;
    then = swap;
    let left = 0;
    for (let state = 0; state < states; state++) {
      left += now[state]!;
    }
    return left;
  });
}
