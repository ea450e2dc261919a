import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataResponse } from './messages';
import { queryAnswer } from './queryAnswer';

const response = (part: Partial<DataResponse>): DataResponse => ({
  frames: [],
  error: '',
  status: 0,
  errorSource: '',
  ...part,
});
const frame = (name: string) => Buffer.from(JSON.stringify({ schema: { name }, data: { values: [] } }));
const parsed = (responses: Record<string, DataResponse>) => {
  const { status, body } = queryAnswer({ responses });
  return { status, results: JSON.parse(body.toString()).results };
};

test('frames are handed on as they are, in order', () => {
  const { status, results } = parsed({ A: response({ frames: [frame('one'), frame('two')] }) });
  assert.equal(status, 200);
  assert.deepEqual(
    results.A.frames.map((f: { schema: { name: string } }) => f.schema.name),
    ['one', 'two']
  );
  assert.equal(results.A.status, 200);
});

test('one failed query makes the answer 400, the others keep their frames', () => {
  const { status, results } = parsed({
    A: response({ frames: [frame('one')] }),
    B: response({ error: 'no "such" station', status: 404, errorSource: 'downstream' }),
  });
  assert.equal(status, 400);
  assert.equal(results.A.frames.length, 1);
  assert.deepEqual(results.B, { error: 'no "such" station', errorSource: 'downstream', status: 404, frames: [] });
});

test('an error without a status counts as 500', () => {
  assert.equal(parsed({ A: response({ error: 'x' }) }).results.A.status, 500);
});

test('no query at all is an empty result', () => {
  assert.deepEqual(parsed({}), { status: 200, results: {} });
});
