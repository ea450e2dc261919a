import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';

export interface InfluxPlace {
  port: number;
  rpcPort: number;
  home: string;
  /** Queries at once in place of the shipped bound. */
  mostQueries?: number;
}

/** The shipped configuration of InfluxDB 1.8 with its loopback ports, its folders and, where one is given, its bound of queries replaced. */
export function influxConfig({ port, rpcPort, home, mostQueries }: InfluxPlace): string {
  const shipped = readFileSync(path.join(root, 'telegraf/influxdb/influxdb.conf'), 'utf8');
  const bounded =
    mostQueries === undefined
      ? shipped
      : shipped.replace(/max-concurrent-queries = \d+/, `max-concurrent-queries = ${mostQueries}`);
  return bounded
    .replace('127.0.0.1:8086', `127.0.0.1:${port}`)
    .replace('127.0.0.1:8088', `127.0.0.1:${rpcPort}`)
    .replaceAll('/var/lib/influxdb/', `${home}/`);
}
