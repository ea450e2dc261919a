import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../test/fixture';

test('the protocol is that of the SDK that the backend is built with', () => {
  const sdk = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'github.com/grafana/grafana-plugin-sdk-go'], {
    cwd: join(root, 'plugins/datasource/cells'),
    encoding: 'utf8',
  }).trim();
  const theirs = readFileSync(join(sdk, 'proto/backend.proto'), 'utf8');
  const ours = readFileSync(join(root, 'workbench/server/dist/backend.proto'), 'utf8');
  assert.equal(ours, theirs);
});
