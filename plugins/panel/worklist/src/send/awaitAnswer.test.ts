import { type Answer, awaitAnswer } from './awaitAnswer';

test('what a machine was asked for is awaited until it is known what became of it', async () => {
  const answers: Array<Answer | Error> = [
    { state: 'waiting' },
    new Error('no answer'),
    { state: 'asked' },
    { state: 'done', text: 'stands' },
  ];
  const ask = () => {
    const next = answers.shift()!;
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  expect(await awaitAnswer(ask, 0)).toEqual({ state: 'done', text: 'stands' });
  expect(answers).toEqual([]);
});

test('what never becomes known is not awaited for ever', async () => {
  expect(await awaitAnswer(() => Promise.resolve({ state: 'asked' }), 0)).toBeUndefined();
});
