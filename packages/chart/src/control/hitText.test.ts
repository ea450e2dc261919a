import { hitText } from './hitText';

test('a run names its rule, its side and the points that make it', () => {
  const hit = {
    kind: 'pattern' as const,
    rule: 'N2',
    title: '9 points in a row',
    side: 'high' as const,
    members: [16, 17, 18],
  };
  expect(hitText(hit, null)).toEqual({ title: 'Rule N2 (high)', detail: '9 points in a row; points 17 to 19 make it' });
});

test('a pattern with holes lists its points one by one', () => {
  const hit = { kind: 'pattern' as const, rule: 'WE2', title: '2 of 3', side: 'low' as const, members: [4, 6] };
  expect(hitText(hit, null).detail).toBe('2 of 3; points 5, 7 make it');
});

test('a point outside its spec names the limit', () => {
  const hit = {
    kind: 'out-of-spec' as const,
    rule: 'spec',
    title: 'above the upper spec limit',
    side: 'high' as const,
    members: [0],
  };
  expect(hitText(hit, '803 g')).toEqual({ title: 'Out of spec', detail: 'above the upper spec limit 803 g' });
});
