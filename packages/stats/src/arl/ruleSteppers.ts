import { lineOf } from '../rules/lineOf';
import { LONGEST_WINDOW, type PointSide, shapeStepper, TOLD } from '../rules/shapeSteppers';
import { type RuleShape } from '../rules/types';

/**
 * A rule point by point, its memory in `words` whole numbers: the stepper of its shape, for points whose centre is 0 and σ 1, as
 * the exact chain and simulation have them. z is in σ from the centre; a hit returns true.
 */
export interface RuleStepper {
  words: number;
  /** z values at which the outcome changes; null where the rule compares points with each other (trend, alternating). */
  thresholds: number[] | null;
  step(memory: Int32Array, at: number, z: number, before: number): boolean;
}

export { LONGEST_WINDOW };

/** Stepper of one test; `limit` is the distance of the control limits in σ. Throws of a "k of n" window that is too long. */
export function ruleStepper(test: RuleShape, limit = 3): RuleStepper {
  if (test.shape === 'k-of-n' && test.n > LONGEST_WINDOW) {
    throw new RangeError(`run lengths of "k of n" need n ≤ ${LONGEST_WINDOW}, not ${test.n}`);
  }
  const { words, step } = shapeStepper(test);
  const line = lineOf(test);
  if (line === 'before') {
    return {
      words,
      thresholds: null,
      step: (memory, at, z, before) => step(memory, at, z > before ? 1 : z < before ? -1 : 0) !== TOLD.none,
    };
  }
  const reach = line === 'limits' ? limit : line === 'centre' ? 0 : line;
  // Where either side counts alike, the chain has half the states without it.
  const below: PointSide = test.shape === 'k-of-n' && test.sameSide === false ? 1 : -1;
  return {
    words,
    thresholds: reach === 0 ? [0] : [-reach, reach],
    step: (memory, at, z) => step(memory, at, z > reach ? 1 : z < -reach ? below : 0) !== TOLD.none,
  };
}
