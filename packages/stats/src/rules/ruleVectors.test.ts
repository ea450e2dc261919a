import { evaluateRules } from './evaluateRules';
import { rules } from './ruleRegistry';
import { type ChartPart } from '../charts/types';

function standard(z: number[]): ChartPart {
  const line = (v: number): Float64Array => new Float64Array(z.length).fill(v);
  const points = Float64Array.from(z);
  return {
    id: 'z',
    role: 'location',
    points,
    centre: line(0),
    sigma: line(1),
    lcl: line(-3),
    ucl: line(3),
    zones: true,
  };
}

test('rule ids are unique', () => {
  expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
});

test('a missing point is skipped, neither counted nor breaking a run', () => {
  const run = [0.2, 0.9, 0.1, 1.4, NaN, 0.3, 0.7, 0.2, 1.1, 0.4];
  expect(evaluateRules(standard(run), ['N2'])).toEqual([
    { index: 9, rule: 'N2', side: 'high', pattern: [0, 1, 2, 3, 5, 6, 7, 8, 9] },
  ]);
});

test('a break starts every run anew', () => {
  const run = new Array(12).fill(0.5);
  const breaks = new Uint8Array(12);
  breaks[4] = 1;
  expect(evaluateRules(standard(run), ['N2'], { breaks })).toEqual([]);
  expect(evaluateRules(standard(run), ['WE4'], { breaks }).map((s) => s.index)).toEqual([11]);
});

test('an excluded point gives no signal and breaks a run', () => {
  const z = [0.5, 0.5, 0.5, 0.5, 9, 0.5, 0.5, 0.5, 0.5, 0.5];
  const excluded = new Uint8Array(10);
  excluded[4] = 1;
  expect(evaluateRules(standard(z), ['nelson'], { excluded })).toEqual([]);
});

test('dispersion charts only signal beyond their limits', () => {
  const part = { ...standard(new Array(20).fill(0.5).concat(4)), zones: false };
  expect(evaluateRules(part, ['nelson']).map((s) => [s.index, s.rule])).toEqual([[20, 'N1']]);
});
