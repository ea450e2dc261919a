import { FRESH, SIDES } from './pointSides';
import { type PointSide, shapeStepper, type ShapeStepper } from './shapeSteppers';
import { type RuleShape } from './types';

/** States that a table holds; a rule that meets more of them ("3 of 31") is stepped from there on. */
const MOST_STATES = 255;
/** Memory of more words than this has hardly a state twice. */
const MOST_WORDS = 8;
/** Entries of a state: one a byte of a side, fresh or not. */
export const COLUMNS = 2 * FRESH;
/** Bits of an entry below the row of the next state: what is told; or that the table does not say, and the stepper is asked. */
export const TOLD_BITS = 3;
export const ASK = 4;

/**
 * The states that a stepper reaches, and what follows from each: a point costs one look into a table, the same for all shapes.
 * Row 0 has forgotten every point; behind the rows of all states is that of a rule that has left the table.
 */
interface RuleTable {
  stepper: ShapeStepper;
  /** Side of a point for each byte below `FRESH`. */
  sideOf: readonly PointSide[];
  /** At row of the state + byte of the side: row of the next state with what is told, or `ASK`. */
  next: Int32Array;
  /** What each state remembers. */
  memories: readonly Int32Array[];
}

function explore(test: RuleShape): RuleTable {
  const stepper = shapeStepper(test);
  // Without σ a point is not within, and not beyond either.
  const sideOf = [...SIDES, test.shape === 'within' ? 1 : 0] as const;
  const memory = new Int32Array(stepper.words);
  const most = stepper.words > MOST_WORDS ? 1 : MOST_STATES;
  const memories = [memory.slice()];
  const rows = new Map([[memory.join(), 0]]);
  const entry = (state: number, side: PointSide): number => {
    memory.set(memories[state]!);
    const told = stepper.step(memory, 0, side) & TOLD_BITS;
    const key = memory.join();
    const known = rows.get(key);
    if (known !== undefined) {
      return known | told;
    }
    if (memories.length >= most) {
      return ASK;
    }
    const row = COLUMNS * memories.length;
    rows.set(key, row);
    memories.push(memory.slice());
    return row | told;
  };
  const next: number[] = [];
  for (let state = 0; state < memories.length; state++) {
    sideOf.forEach((side) => next.push(entry(state, side)));
    next.push(...next.slice(0, FRESH));
  }
  next.push(...sideOf.map(() => ASK), ...next.slice(0, FRESH));
  return { stepper, sideOf, next: Int32Array.from(next), memories };
}

const tables = new WeakMap<RuleShape, RuleTable>();

/** The table of a test, made once. */
export function ruleTable(test: RuleShape): RuleTable {
  const table = tables.get(test) ?? explore(test);
  tables.set(test, table);
  return table;
}
