import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHandshake } from './parseHandshake';

test('a unix socket becomes a gRPC target', () => {
  assert.equal(parseHandshake('1|2|unix|/tmp/plugin1|grpc|\n'), 'unix:/tmp/plugin1');
});

test('a TCP address stays as it is', () => {
  assert.equal(parseHandshake('1|2|tcp|127.0.0.1:10001|grpc|'), '127.0.0.1:10001');
});

for (const line of [
  '',
  'hello',
  '1|2|unix|/tmp/x|netrpc|',
  '2|2|unix|/tmp/x|grpc|',
  '1|1|unix|/tmp/x|grpc|',
  '1|2|unix||grpc|',
]) {
  test(`"${line}" is no plugin's address`, () => {
    assert.throws(() => parseHandshake(line), /not the address line/);
  });
}
