import path from 'node:path';
import { findProgram, root } from '@cellthread/install';
import { spawn } from 'node:child_process';

/** Metrics by unit (`ns/op`, `heap-B/row`, …) of each benchmark that ran, by its name without `Benchmark` and cores. */
export type GoMetrics = Record<string, Record<string, number>>;

/** Runs Go benchmarks of one package of the datasource, once each. */
export async function goBench(
  pkg: string,
  pattern: string,
  options: { env?: Record<string, string>; times?: string } = {}
): Promise<GoMetrics> {
  const influxd = findProgram('influxd');
  const args = ['test', `./pkg/${pkg}`, '-run', 'xxx', '-bench', pattern, '-timeout', '30m'];
  const output = await textOf('go', [...args, '-benchtime', options.times ?? '1x'], {
    ...process.env,
    PATH: [influxd && path.dirname(influxd), process.env.PATH].filter(Boolean).join(path.delimiter),
    ...options.env,
  });
  const metrics: GoMetrics = {};
  for (const [, name, rest] of output.matchAll(/^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$/gm)) {
    metrics[name!] = Object.fromEntries(
      [...rest!.matchAll(/(\S+) (\S+)/g)].map(([, value, unit]) => [unit!, Number(value)])
    );
  }
  return metrics;
}

function textOf(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const cwd = path.join(root, 'plugins/datasource/cells');
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`go ${args.join(' ')} failed:\n${output.slice(-3000)}`))
    );
  });
}
