import { problemKinds, type ProblemKind } from '@cellthread/problem';
import { answerLine } from './answerLine';

test('a fault of the arithmetic is an error of its line alone', () => {
  const broken: ProblemKind = {
    id: 'broken',
    title: 'Broken',
    answer() {
      throw new TypeError('no such thing');
    },
  };
  (problemKinds as ProblemKind[]).push(broken);
  try {
    expect(JSON.parse(answerLine('{"kind":"broken"}'))).toEqual({
      error: 'the problem could not be answered, by a fault of this program: no such thing',
    });
  } finally {
    (problemKinds as ProblemKind[]).pop();
  }
  expect(JSON.parse(answerLine('{"kind":"c","values":[2]}'))).toMatchObject({ kind: 'c', centre: 2 });
});
