import { Random } from './Random';
import { randomEffect } from './randomEffect';

const moments = (values: number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1)) };
};

test('a named substream is the same every time and unlike its neighbours', () => {
  const draw = (seed: number, name: string, n = 0) => Random.named(seed, name, n).uniform();
  expect(draw(1, 'filling', 7)).toBe(draw(1, 'filling', 7));
  const all = [draw(1, 'filling'), draw(2, 'filling'), draw(1, 'sealing'), draw(1, 'filling', 1)];
  expect(new Set(all).size).toBe(all.length);
});

test('normal draws have mean 0, standard deviation 1 and the right tails', () => {
  const random = Random.named(1, 'normal');
  const values = Array.from({ length: 200_000 }, () => random.normal());
  const { mean, sd } = moments(values);
  expect(mean).toBeCloseTo(0, 2);
  expect(sd).toBeCloseTo(1, 2);
  const beyond3 = values.filter((v) => Math.abs(v) > 3).length / values.length;
  expect(beyond3).toBeGreaterThan(0.0023);
  expect(beyond3).toBeLessThan(0.0031);
});

test('random effects of consecutive groups are standard normal and not correlated', () => {
  const effects = Array.from({ length: 50_000 }, (_, i) => randomEffect(5, i, 3));
  const { mean, sd } = moments(effects);
  expect(mean).toBeCloseTo(0, 1);
  expect(sd).toBeCloseTo(1, 1);
  const lag = effects.slice(1).reduce((sum, v, i) => sum + v * (effects[i] as number), 0) / effects.length;
  expect(Math.abs(lag)).toBeLessThan(0.02);
});

test('below and pick stay inside, and an empty list is refused', () => {
  const random = new Random(3);
  const picks = new Set(Array.from({ length: 500 }, () => random.pick(['a', 'b', 'c'])));
  expect(picks).toEqual(new Set(['a', 'b', 'c']));
  expect(() => random.pick([])).toThrow('the list is empty');
});
