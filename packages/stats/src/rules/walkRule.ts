import { FRESH } from './pointSides';
import { ASK, COLUMNS, ruleTable, TOLD_BITS } from './ruleTable';
import { type Told, TOLD } from './shapeSteppers';
import { type RuleShape } from './types';

/** Called for each hit with the usable point that completes it and what is told of it. */
type OnHit = (i: number, told: Told) => void;

const tolds: readonly Told[] = [TOLD.none, TOLD.high, TOLD.both, TOLD.low];

/** Runs one test over the sides of points (`pointSides` of its line): its stepper, by the table of its states. */
export function walkRule(test: RuleShape, sides: Uint8Array, hit: OnHit): void {
  const { next, memories, stepper, sideOf } = ruleTable(test);
  const left = COLUMNS * memories.length;
  const memory = new Int32Array(stepper.words);
  let row = 0;
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i]!;
    let to = next[row + side]!;
    if ((to & (ASK | TOLD_BITS)) !== 0) {
      if (to === ASK) {
        if (side >= FRESH) {
          memory.fill(0);
        } else if (row !== left) {
          memory.set(memories[row / COLUMNS]!);
        }
        to = left | (stepper.step(memory, 0, sideOf[side % FRESH]!) & TOLD_BITS);
      }
      const told = tolds[to & TOLD_BITS]!;
      if (told !== TOLD.none) {
        hit(i, told);
      }
    }
    row = to & -COLUMNS;
  }
}
