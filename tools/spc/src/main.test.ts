import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { problemKinds } from '@cellthread/problem';

const root = join(__dirname, '../../..');
const spc = (input: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tools/spc/src/main.ts')], {
    input,
    encoding: 'utf8',
    cwd: root,
  });

const schema = JSON.parse(readFileSync(join(root, 'docs/spc-problem.schema.json'), 'utf8'));

test('a problem on standard input is answered on standard output', () => {
  const { status, stdout } = spc('{"kind":"c","values":[16,14,28,12]}');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'c', centre: 17.5 });
});

test.each([
  ['{"kind":"i-mr","values":[1,"x"]}', 'values[1]'],
  ['{"kind":"magic"}', 'kind'],
  ['{"kind":"p","values":[1]}', 'sizes'],
  ['not json', 'not JSON'],
])('%s is a bad problem: exit 2 and a sentence naming %s', (input, field) => {
  const { status, stderr } = spc(input);
  expect(status).toBe(2);
  expect(stderr).toContain(field);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('the schema names every kind, and every problem of the corpus that is not refused fits it', () => {
  expect([...schema.properties.kind.enum].sort()).toEqual(problemKinds.map((k) => k.id).sort());
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  const corpus = join(root, 'packages/stats/corpus');
  for (const file of readdirSync(corpus).filter((f) => f.endsWith('.json'))) {
    for (const { name, input, expected } of JSON.parse(readFileSync(join(corpus, file), 'utf8'))) {
      if (!validate(input) && !expected.error) {
        expect([name, validate.errors]).toEqual([name, null]);
      }
    }
  }
});
