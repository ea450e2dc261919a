import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith } from '../test/fixture';
import { parseArguments } from './parseArguments';

test('flags become options; secrets come from the environment only', () => {
  const secrets = { CELLTHREAD_SECURE_JSON_DATA: '{"password":"p"}' };
  const options = parseArguments(
    ['--port', '21', '--influx', 'http://x', '--json-data', '{"a":1}', '--role', 'Admin'],
    secrets
  );
  assert.equal(options.port, 21);
  assert.deepEqual(options.datasource, {
    jsonData: { servers: [{ url: 'http://x' }], a: 1 },
    secureJsonData: { password: 'p' },
  });
  assert.equal(options.user?.role, 'Admin');
});

test('the inbox speaks a language that a plan may choose', () => {
  const language = (...args: string[]) => parseArguments(['--mqtt', 'mqtt://x', ...args], {}).alerting?.language;
  assert.deepEqual([language('--language', 'de'), language()], ['de', undefined]);
  assert.throws(() => language('--language', 'fr'), /--language fr is none of en, de/);
});

test('without flags: port 3000, an Editor, everything else as provisioned', () => {
  const options = parseArguments([], {});
  assert.deepEqual([options.port, options.user?.role, options.datasource?.jsonData], [3000, 'Editor', {}]);
  assert.equal(options.alerting, undefined);
});

test('with a broker the alert rules are evaluated; its password lies in a file', () => {
  const secrets = folderWith({ 'mqtt/grafana': 'secret\n' });
  const { alerting } = parseArguments(
    ['--mqtt', 'mqtt://x', '--policies', 'p.yaml', '--texts', '/texts', '--data-dir', '/data'],
    {
      CELLTHREAD_SECRETS: secrets,
      CELLTHREAD_MQTT_USER: 'grafana',
    }
  );
  assert.deepEqual(alerting, {
    broker: { url: 'mqtt://x', username: 'grafana', password: 'secret' },
    policies: 'p.yaml',
    textProgram: '/texts',
    stateFile: '/data/alerting.json',
  });
});

const refused: Array<[args: string[], message: RegExp]> = [
  [['--port', 'x'], /--port x is not a port/],
  [['--port', '70000'], /is not a port/],
  [['--role', 'King'], /none of Viewer, Editor, Admin/],
  [['--json-data', '{'], /--json-data is not JSON/],
  [['--nonsense'], /nonsense/],
];
for (const [args, message] of refused) {
  test(`${args.join(' ')} is refused`, () => assert.throws(() => parseArguments(args, {}), message));
}
