import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pluginDir } from '@cellthread/install';
import { calculating, concurrent } from './goPackages';

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

test('every package with tests is tested with the race detector or without it', () => {
  const tested = concurrent();
  expect(tested).toEqual(expect.arrayContaining(['.', './pkg', './pkg/plugin', './pkg/types', './cmd/texts']));
  expect(tested.filter((name) => calculating.includes(name))).toEqual([]);
});
