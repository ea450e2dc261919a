import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const spc = (input: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tools/spc/src/main.ts')], {
    input,
    encoding: 'utf8',
    cwd: root,
  });

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
