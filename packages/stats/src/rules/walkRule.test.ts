import { normals, random } from '../random/random';
import { lineOf } from './lineOf';
import { pointSides } from './pointSides';
import { resolveRules } from './resolveRules';
import { rules } from './ruleRegistry';
import { shapeStepper, type Told, TOLD } from './shapeSteppers';
import { beyond, compare, type Track } from './track';
import { type RuleShape } from './types';
import { walkRule } from './walkRule';

const n = 20_000;
const draw = normals(random(7));
const line = (v: number): Float64Array => new Float64Array(n).fill(v);
/** Stretches beside the centre, wide ones and narrow ones; points on a line and like the one before; holes in σ; fresh starts. */
const track: Track = {
  count: n,
  at: Int32Array.from({ length: n }, (_, i) => i),
  fresh: Uint8Array.from({ length: n }, (_, i) => (i % 411 === 0 ? 1 : 0)),
  x: Float64Array.from({ length: n }, (_, i) => {
    const x = (i % 700 < 200 ? 0.9 : 0) + (i % 900 < 300 ? 0.4 : 1.5) * draw();
    return i % 5 === 0 ? Math.round(x) : x;
  }),
  centre: line(0),
  sigma: Float64Array.from({ length: n }, (_, i) => (i % 97 === 0 ? NaN : 1)),
};

/** Side of a point as the rules state it, told apart from how `pointSides` keeps it. */
function sideAt(test: RuleShape, i: number): -1 | 0 | 1 {
  const x = track.x[i]!;
  switch (test.shape) {
    case 'beyond-limits':
      throw new Error('points beyond limits are found without a track');
    case 'same-side':
      return compare(x, 0);
    case 'trend':
    case 'alternating':
      return track.fresh[i] ? 0 : compare(x, track.x[i - 1]!);
    case 'within':
      return Number.isNaN(track.sigma[i]) ? 1 : beyond(track, i, test.z);
    default:
      return beyond(track, i, test.shape === 'k-of-n' ? test.beyond : test.z);
  }
}

const own = resolveRules([
  { k: 2, n: 5, beyond: 1.5, sameSide: false },
  { id: 'more states than a table holds', k: 12, n: 31, beyond: 1 },
  { id: 'longer than a word, either side', k: 20, n: 60, beyond: 1, sameSide: false },
]);

const remembering = [...rules, ...own].flatMap(({ id, test: shape }) => {
  const of = lineOf(shape);
  return of === 'limits' ? [] : [[id, shape, of] as const];
});

test.each(remembering)('%s: the walk over the chart tells what the stepper tells point by point', (_, shape, of) => {
  const stepper = shapeStepper(shape);
  const memory = new Int32Array(stepper.words);
  const stepped: Array<[number, Told]> = [];
  for (let i = 0; i < n; i++) {
    if (track.fresh[i]) {
      memory.fill(0);
    }
    const told = stepper.step(memory, 0, sideAt(shape, i));
    if (told !== TOLD.none) {
      stepped.push([i, told]);
    }
  }
  const walked: Array<[number, Told]> = [];
  walkRule(shape, pointSides(track, of), (i, told) => walked.push([i, told]));
  expect(walked.length).toBeGreaterThan(3);
  expect(walked).toEqual(stepped);
});
