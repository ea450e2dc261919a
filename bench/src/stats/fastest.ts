import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { quantileOf } from '../quantiles';

setFlagsFromString('--expose-gc');
/** Collects garbage. */
const collect = runInNewContext('gc') as () => void;

export const ROUNDS = 7;

/** Milliseconds of the fastest round, garbage collected before each. */
export function fastest(work: () => unknown): number {
  const times: number[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    collect();
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return quantileOf(times, 0);
}
