import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pluginDir } from '@cellthread/install';
import { calculating, concurrent, partlyCalculating, slowTests } from './goPackages';

const filesOf = (name: string) =>
  readdirSync(path.join(pluginDir, name), { encoding: 'utf8' }).filter((file) => file.endsWith('_test.go'));

test.each(calculating)('the tests of %s start nothing beside themselves', (name) => {
  const files = filesOf(name);
  expect(files.length).toBeGreaterThan(0);
  const beside = files.filter((file) =>
    /^\s*go (func|[\w.]+)\(|\bt\.Parallel\(|"sync"/m.test(readFileSync(path.join(pluginDir, name, file), 'utf8'))
  );
  expect(beside).toEqual([]);
});

const texts = readdirSync(path.join(pluginDir, 'pkg'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.go'))
  .map((file) => ({ file, text: readFileSync(path.join(pluginDir, 'pkg', file), 'utf8') }));

test('what leaves itself out beside the race detector is tested without it', () => {
  const calls = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/^\s+slowtest\.Many\w+\(/gm)].map(() => `./pkg/${path.dirname(file)}`)
  );
  expect([...new Set(calls)].sort()).toEqual(partlyCalculating);
  expect(slowTests().split('|').length).toBe(calls.length);
  const ofRaces = texts.filter(({ text }) => /^\/\/go:build .*race/m.test(text)).map(({ file }) => file);
  expect(ofRaces.sort()).toEqual(['slowtest/norace.go', 'slowtest/race.go']);
});

test('every package with tests is tested with the race detector or without it', () => {
  const tested = concurrent();
  expect(tested).toEqual(expect.arrayContaining(['.', './pkg', './pkg/plugin', './pkg/types', './cmd/texts']));
  expect(tested.filter((name) => calculating.includes(name))).toEqual([]);
});
