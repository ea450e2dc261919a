import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPart } from './part';

const logFile = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'cellthread-part-')), 'part.log');
const script = (text: string, file: string, onLine?: (line: string) => void) =>
  startPart({ name: 'helper', command: process.execPath, args: ['-e', text], logFile: file, onLine });

it('a part that ends says its code and its last words, and where the whole log lies', async () => {
  const file = logFile();
  const part = script('console.error("no disk"); process.exit(3)', file);
  expect(await part.ended).toBe(`helper ended with code 3. Its last words:\n    no disk\n  The whole log: ${file}`);
  expect(part.endedBecause()).toContain('code 3');
});

it('a part that cannot be started says so', async () => {
  const part = startPart({ name: 'ghost', command: '/nonexistent/ghost', args: [], logFile: logFile() });
  expect(await part.ended).toMatch(/^ghost (could not be started|ended with code 127)/);
});

it('stopping asks first and kills a part that does not listen', async () => {
  const polite = script(
    'process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000); console.error("up")',
    logFile()
  );
  await polite.stop();
  expect(polite.endedBecause()).toBeDefined();
  const lines: string[] = [];
  const deaf = startPart({
    name: 'deaf',
    command: process.execPath,
    args: ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")'],
    logFile: logFile(),
    onLine: (line) => lines.push(line),
    stopTimeoutMs: 300,
  });
  while (lines.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await deaf.stop();
  expect(deaf.endedBecause()).toContain('SIGKILL');
});

it('lines that arrive in pieces are told whole', async () => {
  const lines: string[] = [];
  const part = script(
    'process.stdout.write("one\\ntw"); setTimeout(() => process.stdout.write("o\\n"), 50)',
    logFile(),
    (line) => lines.push(line)
  );
  await part.ended;
  expect(lines).toEqual(['one', 'two']);
});

it('the log keeps what earlier runs wrote', async () => {
  const file = logFile();
  await script('console.error("first")', file).ended;
  await script('console.error("second")', file).ended;
  expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
});
