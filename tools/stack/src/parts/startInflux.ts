import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepareDatabase } from 'cellthread-cli';
import { requireProgram, StackError } from '@cellthread/install';
import { makeSecretsIn } from '../secretsIn';
import { answers, until } from '../until';
import { influxConfig, type InfluxPlace } from './influxConfig';
import { type Part, startPart } from './part';

/**
 * Starts InfluxDB 1.8 on the loopback address with its data below `dataDir`; resolves when it answers and holds the
 * databases and users of the secrets folder, which are made where they are missing.
 */
export async function startInflux(options: Omit<InfluxPlace, 'home'> & { dataDir: string }): Promise<Part> {
  const home = path.join(options.dataDir, 'influx');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const config = path.join(home, 'influxdb.conf');
  writeFileSync(config, influxConfig({ ...options, home }));
  const part = startPart({
    name: 'influxd',
    command: requireProgram('influxd'),
    args: ['-config', config],
    logFile: path.join(options.dataDir, 'logs', 'influxd.log'),
    stopTimeoutMs: 20_000,
  });
  await until('An answer of influxd', () => answers(`http://127.0.0.1:${options.port}/ping`), {
    timeoutMs: 60_000,
    failed: part.endedBecause,
  });
  try {
    await prepareDatabase(`http://127.0.0.1:${options.port}`, makeSecretsIn(options.dataDir));
  } catch (error) {
    await part.stop();
    throw new StackError((error as Error).message);
  }
  return part;
}
