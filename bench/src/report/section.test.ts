import { section, withSection } from './section';

const when = { date: '2026-01-01', machine: '2 cores', loadBefore: '0.1', loadAfter: '1.9' };
const benchmark = { id: 'b', title: 'reading', minutes: 1, run: () => Promise.reject(new Error('not run')) };

it('a section shows figures beside what they are held against, and what was missed', () => {
  const figures = [
    { what: 'p50 | p95', measured: '3 ms', against: '≤ 2 ms', met: false },
    { what: 'rows', measured: '10' },
  ];
  expect(section(benchmark, { figures, remarks: ['Warm.'] }, when)).toBe(
    [
      '## `b` reading',
      '',
      '2026-01-01; 2 cores; load average 0.1 at the start, 1.9 at the end.',
      '',
      '| what       | measured | limit or competitor | met    |',
      '| ---------- | -------- | ------------------- | ------ |',
      '| p50 \\| p95 | 3 ms     | ≤ 2 ms              | **no** |',
      '| rows       | 10       |                     |        |',
      '',
      '- Warm.',
      '',
    ].join('\n')
  );
});

it('a new section takes its place in the list, an old one is replaced, and the text before them stays', () => {
  const ids = ['a', 'b', 'c'];
  const first = withSection('# Results\n\nHow.\n', 'c', '## `c` third\n\nold\n', ids);
  const second = withSection(first, 'a', '## `a` first\n', ids);
  expect(withSection(second, 'c', '## `c` third\n\nnew\n', ids)).toBe(
    '# Results\n\nHow.\n\n## `a` first\n\n## `c` third\n\nnew\n'
  );
});
