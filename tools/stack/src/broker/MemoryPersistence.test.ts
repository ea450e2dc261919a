import { spawnSync } from 'node:child_process';
import path from 'node:path';

it('does what aedes asks of every persistence', () => {
  const suite = path.join(__dirname, 'testing/abstractSuite.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--test', suite], { encoding: 'utf8' });
  expect({ status, failed: stdout.match(/^not ok .*$/gm) }).toEqual({ status: 0, failed: null });
  expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(40);
}, 60_000);
