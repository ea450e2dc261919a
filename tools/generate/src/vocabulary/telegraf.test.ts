import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readVocabulary } from './readVocabulary';

const telegraf = path.resolve(__dirname, '../../../../telegraf');
const read = (folder: string, ending: string): string[] =>
  readdirSync(path.join(telegraf, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(telegraf, folder, name), 'utf8'));

const lists = readVocabulary().flatMap((file) => file.lists);
const words = (name: string): string[] => lists.find((list) => list.name === name)!.words.map(({ id }) => id);
const watched = words('watch_measurements');

/** The inputs of a configuration, each with its settings. */
const inputs = (text: string): Array<{ plugin: string; settings: string }> =>
  text
    .split(/^(?=\[\[)/m)
    .map((settings) => ({ plugin: /^\[\[inputs\.(\w+)\]\]/.exec(settings)?.[1] ?? '', settings }))
    .filter(({ plugin }) => plugin !== '');

test('what Telegraf watches of its host and the broker is stored under words of the vocabulary', () => {
  const all = read('watch.d', '.conf').flatMap(inputs);
  expect(all).toHaveLength(4);
  for (const { plugin, settings } of all) {
    expect(watched).toContain(/name_override = "(\w+)"/.exec(settings)?.[1] ?? plugin);
    for (const field of /fieldinclude = \[(.*)\]/.exec(settings)?.[1]?.split(', ') ?? []) {
      expect(words('watch_columns')).toContain(JSON.parse(field));
    }
  }
});

test('the scripts store rows of stations, and of measurements of the vocabulary', () => {
  const named = read('processors/ingest', '.star').flatMap((text) =>
    [...text.matchAll(/Metric\("(\w+)"\)/g)].map(([, name]) => name!)
  );
  expect(named).toContain('ingest_bound');
  expect(named.filter((name) => ![...words('measurements'), ...watched].includes(name))).toEqual([]);
});

test('whatever the scripts reject for has a name that people read', () => {
  const reasons = read('processors/ingest', '.star').flatMap((text) =>
    [...text.matchAll(/rejected_row\(\s*[^"]*, "([a-z-]+)"/g)].map(([, reason]) => reason!)
  );
  expect(reasons).toContain('not-json');
  expect(reasons.filter((reason) => !words('rejected_reasons').includes(reason))).toEqual([]);
});
