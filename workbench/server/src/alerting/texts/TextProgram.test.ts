import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../../../test/fixture';
import { TextProgram } from './TextProgram';

/** A program of a few lines of shell in place of the one that fills in texts. */
function program(script: string): TextProgram {
  const file = join(folderWith({ texts: `#!/bin/sh\n${script}\n` }), 'texts');
  chmodSync(file, 0o755);
  return new TextProgram(file);
}

const request = { texts: {}, labels: {}, values: {}, queries: [], externalURL: '' };

test('answers belong to requests in their order', async () => {
  const texts = program('n=0; while read -r line; do n=$((n+1)); echo "{\\"texts\\":{\\"n\\":\\"$n\\"}}"; done');
  const answers = await Promise.all([texts.rule(request), texts.rule(request), texts.rule(request)]);
  texts.stop();
  assert.deepEqual(answers, [{ n: '1' }, { n: '2' }, { n: '3' }]);
});

test('what waits when the program dies fails, and the next request starts another', async () => {
  const texts = program('read -r line; case "$line" in *die*) exit 3;; esac; echo "{\\"texts\\":{}}"; read -r rest');
  await assert.rejects(texts.rule({ ...request, texts: { a: 'die' } }), /ended \(code 3\) before it answered/);
  assert.deepEqual(await texts.rule(request), {});
  texts.stop();
});

test('an error of the program is an error with its sentence; a program that is not there is named', async () => {
  const texts = program('read -r line; echo "{\\"error\\":\\"no such function\\"}"; read -r rest');
  await assert.rejects(texts.rule(request), /no such function/);
  texts.stop();
  await assert.rejects(new TextProgram('/nowhere/texts').rule(request), /nowhere\/texts ended \(.*ENOENT/);
});
