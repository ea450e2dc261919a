import { type PointSide, type ShapeStepper } from './shapeSteppers';

/** States that a table holds; a rule that meets more of them ("3 of 31") is stepped from there on. */
const MOST_STATES = 255;
/** Memory of more words than this has hardly a state twice. */
const MOST_WORDS = 8;
/** The row of a rule that has left the table. */
const LEFT = 3 * MOST_STATES;
const UNKNOWN = -1;

/**
 * The states that a stepper reaches, and what follows from each: a point then costs one look into a table, the same for all
 * shapes, and the stepper is asked once a state and side. Begins at row 0, where every point is forgotten.
 */
export class RuleStates {
  /** Row of the next state × 4 + what is told + 1, at row of the state + side + 1; below 0 where it was not asked for yet. */
  readonly next = new Int32Array(LEFT + 3).fill(UNKNOWN);
  private readonly memories: Int32Array[];
  private readonly rows: Map<string, number>;
  private readonly memory: Int32Array;

  constructor(private readonly stepper: ShapeStepper) {
    this.memory = new Int32Array(stepper.words);
    this.memories = [this.memory.slice()];
    this.rows = new Map([[this.memory.join(), 0]]);
  }

  /** What follows where `next` does not know it. */
  ask(row: number, side: PointSide): number {
    if (row !== LEFT) {
      this.memory.set(this.memories[row / 3]!);
    }
    const told = this.stepper.step(this.memory, 0, side) + 1;
    const to = 4 * (row === LEFT || this.memory.length > MOST_WORDS ? LEFT : this.rowOf(this.memory)) + told;
    if (to < 4 * LEFT) {
      this.next[row + side + 1] = to;
    }
    return to;
  }

  private rowOf(memory: Int32Array): number {
    const key = memory.join();
    let row = this.rows.get(key);
    if (row === undefined) {
      row = 3 * this.memories.length;
      if (row < LEFT) {
        this.rows.set(key, row);
        this.memories.push(memory.slice());
      }
    }
    return row;
  }
}
