import { normals, random } from '../random/random';
import { detect } from './detectors';
import { resolveRules } from './resolveRules';
import { type PointSide, shapeStepper, TOLD } from './shapeSteppers';

const n = 20_000;
const draw = normals(random(7));
const x = Float64Array.from({ length: n }, (_, i) => (i % 700 < 200 ? 0.9 : 0) + draw());
const line = (v: number): Float64Array => new Float64Array(n).fill(v);
const track = {
  count: n,
  at: Int32Array.from({ length: n }, (_, i) => i),
  fresh: Uint8Array.from({ length: n }, (_, i) => (i % 411 === 0 ? 1 : 0)),
  x,
  centre: line(0),
  sigma: line(1),
  lcl: line(-3),
  ucl: line(3),
};

test.each([
  ['a window of few states', { k: 2, n: 3, beyond: 2 }],
  ['a window of more states than the table holds', { k: 12, n: 31, beyond: 1 }],
  ['a window longer than a word, either side', { k: 20, n: 60, beyond: 1, sameSide: false }],
])('%s: the fold over the chart tells what the stepper tells point by point', (_, own) => {
  const { test: shape } = resolveRules([own])[0]!;
  const stepper = shapeStepper(shape);
  const memory = new Int32Array(stepper.words);
  const stepped: Array<[number, PointSide]> = [];
  for (let i = 0; i < n; i++) {
    if (track.fresh[i]) {
      memory.fill(0);
    }
    const told = stepper.step(memory, 0, x[i]! > own.beyond ? 1 : x[i]! < -own.beyond ? -1 : 0);
    if (told !== TOLD.none) {
      stepped.push([i, told === TOLD.both ? 0 : told]);
    }
  }
  const folded: Array<[number, PointSide]> = [];
  detect(track, shape, (i, side) => folded.push([i, side]));
  expect(folded.length).toBeGreaterThan(10);
  expect(folded).toEqual(stepped);
});
