import { directions } from './direction';

/** Direction of each sample of [step, current, charge, discharge], as a letter. */
const letters = (samples: Array<[string, number, number, number]>) =>
  directions({
    step: samples.map(([step]) => step),
    current: samples.map(([, current]) => current),
    charge: samples.map(([, , charge]) => charge),
    discharge: samples.map(([, , , discharge]) => discharge),
  })
    .map((direction) => direction[0])
    .join('');

test('is that of the counter that grew in the step', () => {
  expect(
    letters([
      ['1', 2, 0, 0],
      ['1', 2, 0.1, 0],
      ['2', -2, 0.1, 0.1],
      ['2', -2, 0.1, 0.2],
    ])
  ).toBe('ccdd');
});

test('of a resting step is that before it, whatever noise there is', () => {
  expect(
    letters([
      ['1', -2, 0.5, 0.1],
      ['1', -2, 0.5, 0.2],
      ['2', 0.0001, 0.5, 0.2],
      ['2', -0.0001, 0.5, 0.2],
    ])
  ).toBe('dddd');
});

test('of a small current is still that of its counter', () => {
  expect(
    letters([
      ['1', 5, 0, 0],
      ['1', 5, 1, 0],
      ['2', -0.004, 1, 0],
      ['2', -0.004, 1, 0.001],
    ])
  ).toBe('ccdd');
});

test('within a step does not follow the sign of a noisy current', () => {
  expect(
    letters([
      ['1', 2, 0, 0],
      ['1', -0.001, 0.1, 0],
      ['1', 2, 0.2, 0],
    ])
  ).toBe('ccc');
});

test('of lines before any current is the first that follows, and charge if none does', () => {
  expect(
    letters([
      ['1', 0, 0.5, 0.2],
      ['2', -2, 0.5, 0.3],
    ])
  ).toBe('dd');
  expect(
    letters([
      ['1', 0, 0.5, 0.2],
      ['1', 0, 0.5, 0.2],
    ])
  ).toBe('cc');
});
