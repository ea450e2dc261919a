import { type RuleShape } from './types';

/** Where a point lies: +1 above, −1 below, 0 neither; of what (limits, centre, z·σ, the point before) its shape says. */
export type PointSide = -1 | 0 | 1;

/** What a stepper says of a point: no hit, one of its side, or one of both sides. */
export const TOLD = { none: 0, high: 1, low: -1, both: 2 } as const;
export type Told = (typeof TOLD)[keyof typeof TOLD];

/**
 * A rule point by point, its memory in `words` whole numbers that are all 0 at the start: the one definition of each shape. Over a
 * chart it is walked as the table of its states (`walkRule`); chains and simulation step it themselves.
 */
export interface ShapeStepper {
  words: number;
  step(memory: Int32Array, at: number, side: PointSide): Told;
}

/** Longest "k of n" window whose sides fit the bits of a whole number. */
export const LONGEST_WINDOW = 31;

type Maker<K extends RuleShape['shape']> = (test: Extract<RuleShape, { shape: K }>) => ShapeStepper;

/** A run with its side as sign, one longer or begun anew, kept within ±most. */
const continued = (run: number, side: PointSide, most: number): number =>
  run * side <= 0 ? side : Math.abs(run) >= most ? run : run + side;

const runOf = (need: number): ShapeStepper => ({
  words: 1,
  step(memory, at, side) {
    const run = continued(memory[at]!, side, need);
    memory[at] = run;
    return run >= need ? TOLD.high : run <= -need ? TOLD.low : TOLD.none;
  },
});

const popcount = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) {
    count++;
  }
  return count;
};

const makers: { [K in RuleShape['shape']]: Maker<K> } = {
  'beyond-limits': () => ({ words: 0, step: (_memory, _at, side) => side }),
  'k-of-n': ({ k, n, sameSide = true }) =>
    n > LONGEST_WINDOW ? longWindow(k, n, sameSide) : bitWindow(k, n, sameSide),
  'same-side': ({ n }) => runOf(n),
  trend: ({ n }) => runOf(n - 1),
  alternating: ({ n }) => ({
    words: 1,
    step(memory, at, side) {
      // Sign: direction of the last step; size: steps in turn.
      const turned = continued(-memory[at]!, side, n - 1);
      memory[at] = turned;
      return Math.abs(turned) >= n - 1 ? TOLD.both : TOLD.none;
    },
  }),
  within: ({ n }) => ({
    words: 1,
    step(memory, at, side) {
      memory[at] = side === 0 ? Math.min(n, memory[at]! + 1) : 0;
      return memory[at]! >= n ? TOLD.both : TOLD.none;
    },
  }),
  outside: ({ n, bothSides }) => ({
    words: 3,
    step(memory, at, side) {
      if (side === 0) {
        memory.fill(0, at, at + 3);
        return TOLD.none;
      }
      // Run so far, and how long ago each side was seen (0: not among the last n).
      const run = Math.min(n, memory[at]! + 1);
      const age = (word: number): number => (memory[word] === 0 || memory[word]! >= n ? 0 : memory[word]! + 1);
      const up = side === 1 ? 1 : age(at + 1);
      const down = side === -1 ? 1 : age(at + 2);
      memory[at] = run;
      memory[at + 1] = up;
      memory[at + 2] = down;
      return run < n ? TOLD.none : up > 0 && down > 0 ? TOLD.both : bothSides ? TOLD.none : side;
    },
  }),
  jump: () => ({
    words: 1,
    step(memory, at, side) {
      const before = memory[at]!;
      memory[at] = side;
      return side !== 0 && side === -before ? TOLD.both : TOLD.none;
    },
  }),
};

/** The sides of the last points as bits, one word a side. */
function bitWindow(k: number, n: number, sameSide: boolean): ShapeStepper {
  // The oldest point has left the window by the next step.
  const kept = 2 ** (n - 1) - 1;
  return {
    words: 2,
    step(memory, at, side) {
      const up = ((memory[at]! << 1) | (side === 1 ? 1 : 0)) >>> 0;
      const down = ((memory[at + 1]! << 1) | (side === -1 ? 1 : 0)) >>> 0;
      memory[at] = up & kept;
      memory[at + 1] = down & kept;
      if (side === 0) {
        return TOLD.none;
      }
      const agreeing = sameSide ? popcount(side === 1 ? up : down) : popcount(up) + popcount(down);
      return agreeing < k ? TOLD.none : sameSide || up === 0 || down === 0 ? side : TOLD.both;
    },
  };
}

/** The sides of the last points in a ring, behind its place and how many of each are in it. */
function longWindow(k: number, n: number, sameSide: boolean): ShapeStepper {
  return {
    words: n + 3,
    step(memory, at, side) {
      const slot = at + 3 + memory[at]!;
      const left = memory[slot]!;
      memory[slot] = side;
      memory[at] = (memory[at]! + 1) % n;
      const up = (memory[at + 1]! += (side === 1 ? 1 : 0) - (left === 1 ? 1 : 0));
      const down = (memory[at + 2]! += (side === -1 ? 1 : 0) - (left === -1 ? 1 : 0));
      if (side === 0) {
        return TOLD.none;
      }
      const agreeing = sameSide ? (side === 1 ? up : down) : up + down;
      return agreeing < k ? TOLD.none : sameSide || up === 0 || down === 0 ? side : TOLD.both;
    },
  };
}

/** The stepper of one test. */
export function shapeStepper(test: RuleShape): ShapeStepper {
  return (makers[test.shape] as Maker<RuleShape['shape']>)(test as never);
}
