import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands } from './commands';
import { runCli } from './runCli';

async function cellthread(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(commands, args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('help lists every command', async () => {
  const { code, out } = await cellthread('--help');
  expect(code).toBe(0);
  const width = Math.max(...commands.map(({ name }) => name.length));
  commands.forEach(({ name, about }) => expect(out).toContain(`${name.padEnd(width)}  ${about}`));
});

test('an unknown command is a mistake of the caller', async () => {
  expect(await cellthread('plan', 'pusch')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no command "plan pusch".'),
  });
});

test.each([
  ['an unknown option', ['plan', 'push', '--urll', 'x'], "Unknown option '--urll'"],
  ['a file too many', ['plan', 'check', 'a.yaml', 'b.yaml'], '"b.yaml" is one argument too many.'],
  ['an address without http', ['plan', 'show', '--url', 'influx:8086'], '--url "influx:8086" is no address'],
  ['a moment without zone', ['plan', 'show', '--at', '2026-03-01 06:00'], 'is not a moment: write 2026-03-01'],
])('%s is a mistake of the caller', async (_, args, message) => {
  expect(await cellthread(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
});

test('the plan of this checkout is valid', async () => {
  expect(await cellthread('plan', 'check')).toMatchObject({ code: 0, err: '' });
});

test('an invalid plan is answered with file, line, path, rule and what to do', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'cellthread-')), 'plan.yaml');
  writeFileSync(file, 'plan: {}\nenterprise: "a b"\nproducts: []\nsites: []\nstations: []\n');
  const { code, err } = await cellthread('plan', 'check', file);
  expect(code).toBe(1);
  expect(err).toMatch(/plan\.yaml:1: \/plan: number is missing — add "number"/);
  expect(err).toMatch(/plan\.yaml:2: \/enterprise: "a b" is not of this form/);
});

test('a database that does not answer is named', async () => {
  expect(await cellthread('plan', 'show', '--url', 'http://127.0.0.1:1')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/InfluxDB at http:\/\/127\.0\.0\.1:1 does not answer \(.+\): check --url/),
  });
});
