import { backUp } from './backUp';

const arrows = (text: string) =>
  new Map(
    text.split(' ').map((word): [string, string[]] => {
      const [from = '', to = ''] = word.split(':');
      return [from, to === '' ? [] : to.split(',')];
    })
  );

test('nothing runs back up where nothing goes round in a circle', () => {
  expect(backUp(arrows('a:b,c b:c c: d:a,c'))).toEqual([]);
});

test('of a circle one arrow runs back up', () => {
  expect(backUp(arrows('a:b b:c c:a'))).toHaveLength(1);
});

test('a file that two others use and that uses one of them has one', () => {
  expect(backUp(arrows('kind:search one:search,kind search:kind two:search,kind'))).toHaveLength(1);
});

test('two circles that share a file have two', () => {
  expect(backUp(arrows('a:b b:a,c c:b'))).toHaveLength(2);
});
