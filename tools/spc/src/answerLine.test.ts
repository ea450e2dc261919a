import { problemKinds } from '@cellthread/problem';
import { answerLine } from './answerLine';

test('a fault of the arithmetic is an error of its line alone', () => {
  const constants = problemKinds.find(({ id }) => id === 'constants')!;
  const { answer } = constants;
  constants.answer = () => {
    throw new TypeError('no such thing');
  };
  try {
    expect(JSON.parse(answerLine('{"kind":"constants","n":5}'))).toEqual({
      error: 'the problem could not be answered, by a fault of this program: no such thing',
    });
  } finally {
    constants.answer = answer;
  }
  expect(JSON.parse(answerLine('{"kind":"c","values":[2]}'))).toMatchObject({ kind: 'c', centre: 2 });
});
