import { drawChart, normals, random } from '@cellthread/stats';
import { qccForm } from './qccForm';

test('the published form finds the limits and the points that ours finds', () => {
  const draw = normals(random(7));
  const values = Float64Array.from({ length: 5000 }, draw);
  const form = qccForm([...values]);
  const { models, parts } = drawChart('i-mr', { data: { values }, rules: ['AIAG1', 'AIAG2'] });
  const found = (rule: string) => parts![0]!.signals.filter((s) => s.rule === rule).map((s) => s.index);
  expect(form.sigma).toBeCloseTo(models[0]!.sigmaWithin, 12);
  expect(form.beyond).toEqual(found('AIAG1'));
  expect(form.runs).toEqual(found('AIAG2'));
  expect(form.beyond.length * form.runs.length).toBeGreaterThan(100);
});
