import { normals, random } from '../random/random';
import { capability } from './capability';

test('intervals by cluster cover what the formulas for independent values miss', () => {
  const draw = normals(random(5));
  const lots = 16;
  const each = 400;
  let clustered = 0;
  let iid = 0;
  const studies = 120;
  for (let r = 0; r < studies; r++) {
    const values = new Float64Array(lots * each);
    const clusters = new Int32Array(values.length);
    for (let lot = 0; lot < lots; lot++) {
      const level = Math.sqrt(0.35) * draw();
      for (let i = 0; i < each; i++) {
        values[lot * each + i] = level + Math.sqrt(0.65) * draw();
        clusters[lot * each + i] = lot;
      }
    }
    const spec = { lsl: -4, usl: 4 };
    const covers = (interval: [number, number] | null): boolean => interval![0] <= 4 / 3 && 4 / 3 <= interval![1];
    const known = capability({ values }, spec, { clusters, replicates: 300, seed: r })!;
    clustered += covers(known.intervals.ppk) ? 1 : 0;
    iid += covers(capability({ values }, spec)!.intervals.ppk) ? 1 : 0;
    expect(known.effectiveN).toBeLessThan(400);
  }
  expect(clustered / studies).toBeGreaterThan(0.85);
  expect(iid / studies).toBeLessThan(0.4);
});

test('the same seed gives the same interval', () => {
  const draw = normals(random(6));
  const values = Float64Array.from({ length: 200 }, draw);
  const clusters = Int32Array.from({ length: 200 }, (_, i) => Math.floor(i / 10));
  const at = (seed: number): unknown => capability({ values }, { usl: 4 }, { clusters, seed })!.intervals.ppk;
  expect(at(3)).toEqual(at(3));
  expect(at(3)).not.toEqual(at(4));
});

test('two clusters are too few for an interval', () => {
  const values = Float64Array.of(1, 2, 3, 4, 5, 6);
  const found = capability({ values }, { usl: 9 }, { clusters: Int32Array.of(0, 0, 0, 1, 1, 1) })!;
  expect(found.intervals.ppk).toBeNull();
});

test('with the overall s as σ within, Cp has the interval of Pp', () => {
  const draw = normals(random(8));
  const values = Float64Array.from({ length: 120 }, draw);
  const clusters = Int32Array.from({ length: 120 }, (_, i) => Math.floor(i / 10));
  const { intervals } = capability({ values }, { lsl: -4, usl: 4 }, { clusters, sigma: 'overall', replicates: 300 })!;
  expect(intervals.cp).toEqual(intervals.pp);
  expect(intervals.cpk).toEqual(intervals.ppk);
  expect(intervals.cp).not.toBeNull();
});
