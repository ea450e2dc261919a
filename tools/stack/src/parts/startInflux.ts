import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answers, until } from '../until';
import { requireProgram } from '../install/requireProgram';
import { type Part, startPart } from './part';

/** Starts InfluxDB 1.8 on the loopback address with its data below `dataDir`; resolves when it answers. */
export async function startInflux(options: { port: number; rpcPort: number; dataDir: string }): Promise<Part> {
  const home = path.join(options.dataDir, 'influx');
  mkdirSync(home, { recursive: true });
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
  return part;
}

function influxConfig({ port, rpcPort, home }: { port: number; rpcPort: number; home: string }): string {
  return `reporting-disabled = true
bind-address = "127.0.0.1:${rpcPort}"

[meta]
  dir = "${home}/meta"
  logging-enabled = false

[data]
  dir = "${home}/data"
  wal-dir = "${home}/wal"
  index-version = "tsi1"
  query-log-enabled = false
  max-series-per-database = 0
  max-values-per-tag = 0

[http]
  bind-address = "127.0.0.1:${port}"
  log-enabled = false
  flux-enabled = false

[logging]
  level = "warn"

[monitor]
  store-enabled = false

[subscriber]
  enabled = false

[continuous_queries]
  enabled = false
`;
}
