import { inSlices } from './inSlices';

test('a computation in slices hands over the same result, and works on nothing once given up', async () => {
  const seen: number[] = [];
  function* count(to: number): Generator<void, number> {
    for (let i = 0; i < to; i++) {
      seen.push(i);
      yield;
    }
    return to;
  }
  const given = inSlices(count(3), () => {
    throw new Error('was given up');
  });
  given();
  await expect(new Promise((resolve) => inSlices(count(5), resolve))).resolves.toBe(5);
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});
