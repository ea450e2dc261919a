import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths';

/** The shipped configuration of InfluxDB 1.8 with its loopback ports and folders replaced. */
export function influxConfig({ port, rpcPort, home }: { port: number; rpcPort: number; home: string }): string {
  return readFileSync(path.join(root, 'telegraf/influxdb/influxdb.conf'), 'utf8')
    .replace('127.0.0.1:8086', `127.0.0.1:${port}`)
    .replace('127.0.0.1:8088', `127.0.0.1:${rpcPort}`)
    .replaceAll('/var/lib/influxdb/', `${home}/`);
}
