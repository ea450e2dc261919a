import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '@cellthread/install';

const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);

it.each(workflows)('%s may read the code and nothing else', (_, text) => {
  expect(parse(text).permissions).toEqual({ contents: 'read' });
});

it.each(workflows)('%s names every action by its commit, and says which version that is', (_, text) => {
  const used = [...text.matchAll(/uses: (.*)/g)].map((match) => match[1]!);
  expect(used.length).toBeGreaterThan(2);
  expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

it.each(workflows)('%s leaves no token of the checkout behind', (_, text) => {
  const jobs = Object.values(parse(text).jobs as Record<string, { steps: Array<{ uses?: string; with?: object }> }>);
  const checkouts = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(0);
  expect(checkouts.filter(({ with: options }) => !options || !('persist-credentials' in options))).toEqual([]);
});
