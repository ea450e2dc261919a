import { absolutePlant } from './absolutePlant.mjs';

it.each([
  ['npm, in another folder', { cwd: '/checkout', root: '/checkout', initCwd: '/home/me' }, '/home/me/plants/a'],
  ['npm, in the checkout', { cwd: '/checkout', root: '/checkout', initCwd: '/checkout' }, '/checkout/plants/a'],
  ['node, in another folder', { cwd: '/home/me', root: '/checkout' }, '/home/me/plants/a'],
  ['node, below what npm started', { cwd: '/home/me', root: '/checkout', initCwd: '/checkout' }, '/home/me/plants/a'],
])('a plant is named from where the command was called: by %s', (_, place, expected) => {
  expect(absolutePlant(['--plant', 'plants/a', '--check'], place)).toEqual(['--plant', expected, '--check']);
  expect(absolutePlant(['--plant=plants/a'], place)).toEqual([`--plant=${expected}`]);
});

it('other arguments and absolute folders stay as they are', () => {
  const place = { cwd: '/checkout', root: '/checkout', initCwd: '/home/me' };
  const words = ['--data', 'x', '--plant', '/plants/a'];
  expect(absolutePlant(words, place)).toEqual(words);
});
