import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../../test/fixture';
import { expandEnv } from './expandEnv';
import { readDashboards } from './readDashboards';
import { readDatasources } from './readDatasources';
import { readPlugins } from './readPlugins';

const env = { HOST: 'influx', EMPTY: '' };
const cases: Array<[text: string, expanded: string]> = [
  ['http://$HOST:8086', 'http://influx:8086'],
  ['http://${HOST}:8086', 'http://influx:8086'],
  ['$EMPTY', ''],
  ['$UNSET', ''],
  ['pa$$word', 'pa$word'],
  ['5 $', '5 $'],
];
for (const [text, expanded] of cases) {
  test(`"${text}" expands to "${expanded}"`, () => assert.equal(expandEnv(text, env), expanded));
}

test('variables expand in nested values, numbers and booleans stay', () => {
  const value = { jsonData: { list: ['$HOST', 1, true], none: null } };
  assert.deepEqual(expandEnv(value, env), { jsonData: { list: ['influx', 1, true], none: null } });
});

test('datasources are read from every yaml file, read-only unless editable', () => {
  const folder = folderWith({
    'a.yaml':
      'datasources:\n  - {uid: one, name: One, type: t, url: "http://x", editable: true, secureJsonData: {p: s}}\n',
    'b.yml': 'datasources:\n  - {name: Two, type: t}\n',
    'c.txt': 'not read',
  });
  const [one, two] = readDatasources(folder);
  assert.deepEqual([one?.uid, one?.readOnly, one?.secureJsonData], ['one', false, { p: 's' }]);
  assert.deepEqual([two?.name, two?.readOnly, two?.id], ['Two', true, 2]);
});

test('a broken datasource file is named', () => {
  const folder = folderWith({ 'bad.yaml': 'datasources: [' });
  assert.throws(() => readDatasources(folder), /bad\.yaml is not a datasource provisioning file/);
});

test('a folder that does not exist holds nothing', () => {
  assert.deepEqual([readDatasources('/nowhere'), readDashboards('/nowhere'), readPlugins('/nowhere')], [[], [], []]);
});

test('dashboards come by title; files without a uid are none', () => {
  const folder = folderWith({
    'b.json': '{"uid":"b","title":"Beta"}',
    'deep/a.json': '{"uid":"a","title":"Alpha"}',
    'other.json': '{"title":"no uid"}',
  });
  assert.deepEqual(
    readDashboards(folder).map(({ uid }) => uid),
    ['a', 'b']
  );
});

test('a broken dashboard is named', () => {
  assert.throws(() => readDashboards(folderWith({ 'x.json': '{' })), /x\.json is not a dashboard/);
});

test('built plugins are found two folders down, unbuilt ones are not', () => {
  const folder = folderWith({
    'panel/one/dist/plugin.json': '{"id":"p-one","type":"panel","name":"One"}',
    'panel/two/src/plugin.json': '{"id":"p-two","type":"panel","name":"Two"}',
  });
  assert.deepEqual(
    readPlugins(folder).map(({ id, folder: at }) => [id, at]),
    [['p-one', join(folder, 'panel/one/dist')]]
  );
});
