import { parsePlan } from '../parsePlan';
import { planWith } from '../planWith';
import { severalAlarms } from './severalAlarms';

/** A press that makes a part every ten seconds of the day, 8 640 a shift that lasts as long. */
function linesOf(of: string) {
  const plan = parsePlan(
    planWith({ characteristics: `[{ id: force, name: Force, unit: 'suffix:kN', ${of} }]` }),
    'plan.yaml'
  );
  return severalAlarms(plan, plan.sites[0]!);
}

test('each part by itself is told as often as the demanded Cpk lets it be out of spec', () => {
  const [line, ...others] = linesOf('spec: { usl: 3 }, k_of_n: { k: 1, n: 1 }, capability_target: 1');
  expect(others).toEqual([]);
  // Φ(−3) = 0.00134990 of 8 640, of which one after another is told once.
  expect(line).toMatchObject({ route: 'maintenance', area: 'a1', characteristics: 1, values: 8640, budget: 0.5 });
  expect(line!.expected).toBeCloseTo(8640 * 0.0013498980316 * (1 - 0.0013498980316), 9);
  expect(line!.bearable! * 8640).toBeCloseTo(0.5, 3);
});

test('both sides of a spec may be passed', () => {
  const one = linesOf('spec: { usl: 3 }, k_of_n: { k: 1, n: 1 }')[0]!.expected;
  expect(linesOf('spec: { lsl: 1, usl: 3 }, k_of_n: { k: 1, n: 1 }')[0]!.expected / one).toBeCloseTo(2, 3);
});

test('a part in a hundred that is measured makes a hundredth of the alarms', () => {
  const all = linesOf('spec: { usl: 3 }')[0]!.expected;
  expect(linesOf("spec: { usl: 3 }, sample: '1 in 100'")[0]!.expected / all).toBeCloseTo(0.01, 12);
});

test('three of twenty bear a hundred times the share that one of one does', () => {
  const single = linesOf('spec: { usl: 3 }, k_of_n: { k: 1, n: 1 }')[0]!.bearable!;
  expect(linesOf('spec: { usl: 3 }')[0]!.bearable! / single).toBeGreaterThan(100);
});

test('nothing is told of what has no spec', () => {
  expect(linesOf('decimals: 1')).toEqual([]);
});
