import { isJudged } from './awaitJudged';

test.each([
  ['all is judged', {}, true],
  ['what was stored before is judged, and what is newer is being judged', { behind: 3, judgedMs: 1_000 }, true],
  ['it is told as of before it was stored', { behind: 3, judgedMs: 999 }, false],
  ['what is learned from is still being read', { behind: 1, leftMs: 60_000 }, false],
])('%s', (_, behind, judged) => {
  expect(isJudged(behind, 1_000)).toBe(judged);
});
