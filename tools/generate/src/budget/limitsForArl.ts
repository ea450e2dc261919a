import { ewmaShewhartArl } from './ewmaShewhartArl';

export const lambda = 0.2;
/** The Shewhart limit lies this much outside the EWMA's, so that the two share their false alarms sensibly. */
const shewhartBeyond = 0.2;

/** Limits, in σ, of EWMA and Shewhart chart that together give this ARL₀; by bisection to 0.001 σ. */
export function limitsForArl(arl: number): { l: number; k: number } {
  let [low, high] = [1, 8];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (ewmaShewhartArl(lambda, middle, middle + shewhartBeyond) < arl) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return { l: high, k: high + shewhartBeyond };
}
