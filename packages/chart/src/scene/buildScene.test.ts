import { normals, random } from '@cellthread/stats';
import { type ChartModel, type Hit } from '../model/ChartModel';
import { buildScene } from './buildScene';

const hit = (i: number): Hit => ({ kind: 'out-of-control', rule: 'N1', title: '', side: 'high', members: [i] });

function model(y: Float64Array, breaks = new Uint8Array(y.length)): ChartModel {
  const hits = new Map([...y.keys()].filter((i) => Math.abs(y[i]!) > 3).map((i) => [i, [hit(i)]]));
  const step = { start: 0, end: y.length, centre: 0, lcl: -3, ucl: 3, sigma: 1, lsl: null, target: null, usl: null };
  return {
    dividers: [],
    streams: [
      {
        name: '',
        x: Float64Array.from(y, (_, i) => i),
        rowsOf: (point) => Int32Array.of(point),
        breaks,
        hollow: [],
        plots: [
          { id: 'i', title: 'Individuals', y, zones: true, hits, steps: [{ ...step, state: 'approved', since: null }] },
        ],
      },
    ],
  };
}
const noise = (n: number) => {
  const next = normals(random(3));
  return Float64Array.from({ length: n }, next);
};

test('of a hundred thousand points every one beyond its limits is drawn and marked', () => {
  const y = noise(100_000);
  const scene = buildScene(model(y), 0, { from: 0, to: y.length, width: 800 }, { zones: false, spec: false });
  const outside = [...y.keys()].filter((i) => Math.abs(y[i]!) > 3);
  expect(outside.length).toBeGreaterThan(200);
  expect(scene.marks.map((m) => scene.points.point[m.entry])).toEqual(outside);
  expect(scene.points.x.length).toBeLessThan(4 * 803 + outside.length);
});

test('a missing value leaves a hole in the line, and is no point', () => {
  const scene = buildScene(
    model(Float64Array.of(1, NaN, 2)),
    0,
    { from: 0, to: 2, width: 100 },
    { zones: false, spec: false }
  );
  expect([...scene.points.x]).toEqual([0, 2]);
  expect([...scene.points.starts]).toEqual([1, 1]);
});

test('a line too dense to show its holes stays a line', () => {
  const y = noise(50_000).map((v, i) => (i % 10 === 0 ? NaN : v));
  const scene = buildScene(model(y), 0, { from: 0, to: y.length, width: 500 }, { zones: false, spec: false });
  const started = scene.points.starts.reduce((n, s) => n + s, 0);
  expect(started).toBeLessThan(scene.points.x.length / 4);
});

test('a long hole breaks even a dense line', () => {
  const breaks = new Uint8Array(20_000);
  breaks[10_000] = 1;
  const made = model(noise(20_000), breaks);
  const stream = made.streams[0]!;
  stream.x = Float64Array.from(stream.x, (x, i) => (i < 10_000 ? x : x + 10_000));
  const { points } = buildScene(made, 0, { from: 0, to: 30_000, width: 600 }, { zones: false, spec: false });
  const start = [...points.starts.keys()].filter((i) => points.starts[i]).map((i) => points.x[i]);
  expect(start).toEqual([0, 20_000]);
});

test('points beyond an axis that the user fixed are shown at its edge', () => {
  const scene = buildScene(
    model(Float64Array.of(1, 9, -9)),
    0,
    { from: 0, to: 2, width: 100 },
    { zones: false, spec: false, fixed: { min: -2, max: 2 } }
  );
  expect(scene.offScale).toEqual([
    { x: 1, edge: 'high' },
    { x: 2, edge: 'low' },
  ]);
});

test('a million points become what a screen can show', () => {
  const made = model(noise(1_000_000));
  const scene = buildScene(made, 0, { from: 0, to: 1_000_000, width: 1400 }, { zones: true, spec: true });
  expect(scene.points.x.length).toBeLessThan(4 * 1403 + made.streams[0]!.plots[0]!.hits.size);
});
