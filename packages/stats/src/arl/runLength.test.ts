import { evaluateRules } from '../rules/evaluateRules';
import { rules } from '../rules/ruleRegistry';
import { normals, random } from '../random/random';
import { normalSf } from '../special/normal';
import { cusumArl } from './cusumArl';
import { ewmaArl } from './ewmaArl';
import { ewmaShewhartArl } from './ewmaShewhartArl';
import { cusumLimitFor, ewmaLimitFor, ewmaShewhartLimitsFor } from './limitsFor';
import { markovRunLength } from './markovRunLength';
import { mewmaArl, mewmaLimit } from './mewmaArl';
import { ruleAutomaton } from './ruleAutomaton';
import { ruleStepper } from './ruleSteppers';
import { simulateRunLength } from './simulateRunLength';
import { resolveRules } from '../rules/resolveRules';

const draw = normals(random(23));

describe.each(rules.map((r) => [r.id, r] as const))('%s', (id, rule) => {
  test('point by point and over a whole chart the same points signal', () => {
    const n = 4000;
    // Slow waves and a wide spread, so that every rule meets its pattern.
    const points = Float64Array.from(
      { length: n },
      (_, i) => 1.2 * Math.sin(i / 9) + (i % 900 < 300 ? 0.3 : 1.3) * draw()
    );
    const line = (v: number): Float64Array => new Float64Array(n).fill(v);
    const part = {
      id: 'z',
      role: 'location' as const,
      points,
      centre: line(0),
      sigma: line(1),
      lcl: line(-3),
      ucl: line(3),
      zones: true,
    };
    const whole = evaluateRules(part, [id]).map((s) => s.index);
    const stepper = ruleStepper(rule.test);
    const memory = new Int32Array(stepper.words);
    const streamed: number[] = [];
    points.forEach((z, i) => {
      if (stepper.step(memory, 0, z, i > 0 ? points[i - 1]! : NaN)) {
        streamed.push(i);
      }
    });
    expect(streamed).toEqual(whole);
    expect(whole.length).toBeGreaterThan(0);
  });
});

test.each([[['nelson-none', 'N1', 'N2', 'N5', 'N6', 'N7', 'N8']], [['x', 'western-electric']], [['x', 'westgard']]])(
  'the exact chain agrees with simulation: %s',
  ([, ...ids]) => {
    const chosen = resolveRules(ids).filter((r) => ruleAutomaton([r]) !== null);
    for (const shift of [0, 0.8]) {
      const exact = markovRunLength(ruleAutomaton(chosen)!, shift);
      const simulated = simulateRunLength({ rules: chosen, shift, replicates: 4000, seed: 5 });
      expect(Math.abs(simulated.arl - exact.arl)).toBeLessThan(4 * simulated.standardError);
      expect(Math.abs(simulated.median - exact.median) / exact.median).toBeLessThan(0.1);
    }
  }
);

test('rule 1 alone is exactly 1/(2 Φ(−3)), geometric', () => {
  const { arl, sd } = markovRunLength(ruleAutomaton(resolveRules(['N1']))!);
  expect(arl).toBeCloseTo(370.3983473449564, 8);
  expect(sd).toBeCloseTo(Math.sqrt(arl * (arl - 1)), 6);
});

test('rules on trends have no chain', () => {
  expect(ruleAutomaton(resolveRules(['N3']))).toBeNull();
});

test('limits give the run length that they are for', () => {
  const arl0 = 13_000;
  const { width, shewhart } = ewmaShewhartLimitsFor(arl0);
  for (const found of [
    ewmaArl(0.1, ewmaLimitFor(arl0, 0.1)!),
    ewmaShewhartArl(0.2, width!, shewhart!),
    cusumArl(0.5, cusumLimitFor(arl0)!)!,
    mewmaArl(3, 0.2, mewmaLimit(3, 0.2, arl0)),
  ]) {
    expect(found / arl0).toBeCloseTo(1, 9);
  }
});

test('a run length of 10²² has its digits', () => {
  const { arl } = markovRunLength(ruleAutomaton(resolveRules(['N1']), 10)!);
  expect(arl * 2 * normalSf(10)).toBeCloseTo(1, 12);
  expect(ewmaShewhartArl(1, 10, 10) * 2 * normalSf(10)).toBeCloseTo(1, 12);
});

test('a limit of MEWMA for a smaller λ than can be computed is a programmer error', () => {
  expect(() => mewmaLimit(2, 1e-4, 200)).toThrow('λ');
});
