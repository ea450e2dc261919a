import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import * as words from '@cellthread/vocabulary';
import { readVocabulary } from './readVocabulary';

const lists = readVocabulary().flatMap((file) => file.lists);

test.each([
  ['docs/datasource.md', words.queryTypes],
  ['docs/datasource.md', words.foundSignals],
  ['docs/datasource.md', words.signalStates],
  ['docs/datasource.md', words.yieldColumns],
  ['docs/datasource.md', words.travelerParts],
  ['docs/full-disk.md', words.ingestRules],
])('%s speaks of each of %s', (file, list) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(list.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
});

test('no list says a word twice, and no two lists have one name', () => {
  for (const { name, words: all } of lists) {
    expect([name, all.length]).toEqual([name, new Set(all.map(({ id }) => id)).size]);
  }
  const names = lists.flatMap(({ name, sets }) => [name, ...sets.map((set) => set.name)]);
  expect(names).toHaveLength(new Set(names).size);
});
