import { beyond, compare, type Track } from './track';
import { type RuleShape } from './types';

/** Called for each hit with the usable point that completes it, the side (+1, −1, 0 both) and the length of the pattern. */
export type OnHit = (i: number, side: -1 | 0 | 1, length: number) => void;

type Detector<S extends RuleShape> = (track: Track, test: S, hit: OnHit) => void;
type ShapeOf<K extends RuleShape['shape']> = Extract<RuleShape, { shape: K }>;

const beyondLimits: Detector<ShapeOf<'beyond-limits'>> = (track, _test, hit) => {
  for (let i = 0; i < track.count; i++) {
    const x = track.x[i]!;
    if (compare(x, track.ucl[i]!) > 0) {
      hit(i, 1, 1);
    } else if (compare(x, track.lcl[i]!) < 0) {
      hit(i, -1, 1);
    }
  }
};

const kOfN: Detector<ShapeOf<'k-of-n'>> = (track, { k, n, beyond: z, sameSide = true }, hit) => {
  // Sides of the last n points in a ring, and how many of each are among them.
  const ring = new Int8Array(n);
  let up = 0;
  let down = 0;
  for (let i = 0; i < track.count; i++) {
    if (track.fresh[i]) {
      ring.fill(0);
      up = 0;
      down = 0;
    }
    const slot = i % n;
    up -= ring[slot] === 1 ? 1 : 0;
    down -= ring[slot] === -1 ? 1 : 0;
    const side = beyond(track, i, z);
    ring[slot] = side;
    up += side === 1 ? 1 : 0;
    down += side === -1 ? 1 : 0;
    if (side === 0) {
      continue;
    }
    const agreeing = sameSide ? (side === 1 ? up : down) : up + down;
    if (agreeing >= k) {
      hit(i, sameSide || up === 0 || down === 0 ? side : 0, n);
    }
  }
};

const sameSide: Detector<ShapeOf<'same-side'>> = (track, { n }, hit) => {
  let run = 0;
  let last = 0;
  for (let i = 0; i < track.count; i++) {
    const side = compare(track.x[i]!, track.centre[i]!);
    run = side === 0 ? 0 : side === last && !track.fresh[i] ? run + 1 : 1;
    last = side;
    if (run >= n) {
      hit(i, side, n);
    }
  }
};

const trend: Detector<ShapeOf<'trend'>> = (track, { n }, hit) => {
  let steps = 0;
  let last = 0;
  for (let i = 0; i < track.count; i++) {
    if (track.fresh[i]) {
      steps = 0;
      last = 0;
      continue;
    }
    const step = compare(track.x[i]!, track.x[i - 1]!);
    steps = step === 0 ? 0 : step === last ? steps + 1 : 1;
    last = step;
    if (steps >= n - 1) {
      hit(i, step, n);
    }
  }
};

const alternating: Detector<ShapeOf<'alternating'>> = (track, { n }, hit) => {
  let steps = 0;
  let last = 0;
  for (let i = 0; i < track.count; i++) {
    if (track.fresh[i]) {
      steps = 0;
      last = 0;
      continue;
    }
    const step = compare(track.x[i]!, track.x[i - 1]!);
    steps = step === 0 ? 0 : step === -last ? steps + 1 : 1;
    last = step;
    if (steps >= n - 1) {
      hit(i, 0, n);
    }
  }
};

const within: Detector<ShapeOf<'within'>> = (track, { n, z }, hit) => {
  let run = 0;
  for (let i = 0; i < track.count; i++) {
    const inside = beyond(track, i, z) === 0 && track.sigma[i] === track.sigma[i];
    run = !inside ? 0 : track.fresh[i] ? 1 : run + 1;
    if (run >= n) {
      hit(i, 0, n);
    }
  }
};

const outside: Detector<ShapeOf<'outside'>> = (track, { n, z, bothSides }, hit) => {
  let run = 0;
  let lastUp = -1;
  let lastDown = -1;
  for (let i = 0; i < track.count; i++) {
    const side = beyond(track, i, z);
    run = side === 0 ? 0 : track.fresh[i] ? 1 : run + 1;
    lastUp = side === 1 ? i : lastUp;
    lastDown = side === -1 ? i : lastDown;
    if (run >= n) {
      const up = lastUp > i - n;
      const down = lastDown > i - n;
      if (!bothSides || (up && down)) {
        hit(i, up && down ? 0 : side, n);
      }
    }
  }
};

const jump: Detector<ShapeOf<'jump'>> = (track, { z }, hit) => {
  let last = 0;
  for (let i = 0; i < track.count; i++) {
    const side = beyond(track, i, z);
    if (!track.fresh[i] && side !== 0 && side === -last) {
      hit(i, 0, 2);
    }
    last = side;
  }
};

const detectors: { [K in RuleShape['shape']]: Detector<ShapeOf<K>> } = {
  'beyond-limits': beyondLimits,
  'k-of-n': kOfN,
  'same-side': sameSide,
  trend,
  alternating,
  within,
  outside,
  jump,
};

/** Runs one test over a track. */
export function detect(track: Track, test: RuleShape, hit: OnHit): void {
  (detectors[test.shape] as Detector<RuleShape>)(track, test, hit);
}
