import { normals, random } from '../random/random';
import { permutationTest } from './permutationTest';
import { welch } from './welch';

/** Sixteen lots of sixty cells, ICC 0.35, dealt to two machines lot by lot or cell by cell. */
function study(draw: () => number, effect: number, byLot: boolean): [Float64Array, Int32Array, Int32Array] {
  const n = 16 * 60;
  const values = new Float64Array(n);
  const machines = new Int32Array(n);
  const lots = new Int32Array(n);
  let level = 0;
  for (let i = 0; i < n; i++) {
    const lot = Math.floor(i / 60);
    level = i % 60 === 0 ? Math.sqrt(0.35) * draw() : level;
    lots[i] = lot;
    machines[i] = byLot ? lot % 2 : i % 2;
    values[i] = level + Math.sqrt(0.65) * draw() + effect * machines[i]!;
  }
  return [values, machines, lots];
}

test('a machine that does nothing is found by cell tests, not by permutation of lots', () => {
  const draw = normals(random(9));
  let cells = 0;
  let lots = 0;
  for (let r = 0; r < 150; r++) {
    const [values, machines, clusters] = study(draw, 0, true);
    cells += welch(values, machines, 2)!.p < 0.05 ? 1 : 0;
    const found = permutationTest(values, machines, clusters, { replicates: 199, seed: r })!;
    expect(found.scheme).toBe('between');
    lots += found.p <= 0.05 ? 1 : 0;
  }
  expect(cells / 150).toBeGreaterThan(0.6);
  expect(lots / 150).toBeLessThan(0.12);
});

test('machines that share every lot are compared inside lots, where a small effect shows', () => {
  const draw = normals(random(10));
  const [values, machines, clusters] = study(draw, 0.25, false);
  const found = permutationTest(values, machines, clusters)!;
  expect(found.scheme).toBe('within');
  expect(found.p).toBeLessThan(0.01);
});

test('one level, or three lots between machines, is no comparison', () => {
  const values = Float64Array.of(1, 2, 3);
  expect(permutationTest(values, Int32Array.of(0, 0, 0), Int32Array.of(0, 1, 2))).toBeNull();
  expect(permutationTest(values, Int32Array.of(0, 1, 0), Int32Array.of(0, 1, 2))).toBeNull();
});
