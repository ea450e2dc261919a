import { type RuleShape } from '../rules/types';

/**
 * A rule point by point, its memory in `words` whole numbers, so that the same code drives the exact chain, simulation
 * and alerts that see only the newest point. z is in σ from the centre; a hit returns true.
 */
export interface RuleStepper {
  words: number;
  /** z values at which the outcome changes; null where the rule compares points with each other (trend, alternating). */
  thresholds: number[] | null;
  step(memory: Int32Array, at: number, z: number, before: number): boolean;
}

/** Longest "k of n" window whose memory fits a whole number. */
export const LONGEST_WINDOW = 31;

const popcount = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) {
    count++;
  }
  return count;
};

type Maker<K extends RuleShape['shape']> = (test: Extract<RuleShape, { shape: K }>, limit: number) => RuleStepper;

const makers: { [K in RuleShape['shape']]: Maker<K> } = {
  'beyond-limits': (_test, limit) => ({
    words: 0,
    thresholds: [-limit, limit],
    step: (_memory, _at, z) => z > limit || z < -limit,
  }),
  'k-of-n': ({ k, n, beyond, sameSide = true }) => {
    if (n > LONGEST_WINDOW) {
      throw new RangeError(`run lengths of "k of n" need n ≤ ${LONGEST_WINDOW}, not ${n}`);
    }
    const mask = n === 31 ? 0x7fffffff : (1 << n) - 1;
    return {
      words: sameSide ? 2 : 1,
      thresholds: [-beyond, beyond],
      step(memory, at, z) {
        const side = z > beyond ? 1 : z < -beyond ? -1 : 0;
        if (!sameSide) {
          const bits = ((memory[at]! << 1) | (side === 0 ? 0 : 1)) & mask;
          memory[at] = bits & (mask >>> 1);
          return side !== 0 && popcount(bits) >= k;
        }
        const up = ((memory[at]! << 1) | (side === 1 ? 1 : 0)) & mask;
        const down = ((memory[at + 1]! << 1) | (side === -1 ? 1 : 0)) & mask;
        // The oldest point has left the window by the next step.
        memory[at] = up & (mask >>> 1);
        memory[at + 1] = down & (mask >>> 1);
        return side === 1 ? popcount(up) >= k : side === -1 && popcount(down) >= k;
      },
    };
  },
  'same-side': ({ n }) => ({
    words: 1,
    thresholds: [0],
    step(memory, at, z) {
      const run = memory[at]!;
      const next = z > 0 ? (run > 0 ? run + 1 : 1) : z < 0 ? (run < 0 ? run - 1 : -1) : 0;
      memory[at] = Math.max(-n, Math.min(n, next));
      return Math.abs(next) >= n;
    },
  }),
  trend: ({ n }) => ({
    words: 1,
    thresholds: null,
    step(memory, at, z, before) {
      const run = memory[at]!;
      const next = z > before ? (run > 0 ? run + 1 : 1) : z < before ? (run < 0 ? run - 1 : -1) : 0;
      memory[at] = Math.max(-n, Math.min(n, next));
      return Math.abs(next) >= n - 1;
    },
  }),
  alternating: ({ n }) => ({
    words: 1,
    thresholds: null,
    step(memory, at, z, before) {
      // Sign: direction of the last step; size: steps in turn.
      const run = memory[at]!;
      const size = Math.min(n, Math.abs(run) + 1);
      const next = z > before ? (run < 0 ? size : 1) : z < before ? (run > 0 ? -size : -1) : 0;
      memory[at] = next;
      return Math.abs(next) >= n - 1;
    },
  }),
  within: ({ n, z: reach }) => ({
    words: 1,
    thresholds: [-reach, reach],
    step(memory, at, z) {
      const next = Math.abs(z) <= reach ? Math.min(n, memory[at]! + 1) : 0;
      memory[at] = next;
      return next >= n;
    },
  }),
  outside: ({ n, z: reach, bothSides }) => ({
    words: 3,
    thresholds: [-reach, reach],
    step(memory, at, z) {
      const side = z > reach ? 1 : z < -reach ? -1 : 0;
      if (side === 0) {
        memory.fill(0, at, at + 3);
        return false;
      }
      // Run so far, and how long ago each side was seen (0: not in this run).
      const run = Math.min(n, memory[at]! + 1);
      const age = (word: number): number => (memory[word] === 0 || memory[word]! >= n ? 0 : memory[word]! + 1);
      memory[at] = run;
      memory[at + 1] = side === 1 ? 1 : age(at + 1);
      memory[at + 2] = side === -1 ? 1 : age(at + 2);
      return run >= n && (!bothSides || (memory[at + 1]! > 0 && memory[at + 2]! > 0));
    },
  }),
  jump: ({ z: reach }) => ({
    words: 1,
    thresholds: [-reach, reach],
    step(memory, at, z) {
      const side = z > reach ? 1 : z < -reach ? -1 : 0;
      const hit = side !== 0 && side === -memory[at]!;
      memory[at] = side;
      return hit;
    },
  }),
};

/** Stepper of one test; `limit` is the distance of the control limits in σ. */
export function ruleStepper(test: RuleShape, limit = 3): RuleStepper {
  return (makers[test.shape] as Maker<RuleShape['shape']>)(test as never, limit);
}
