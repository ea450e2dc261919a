import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBackend, buildWorkbench, createProgress, root } from '@cellthread/install';
import { answers, freePortBase, readerEnv, secretsIn, startPart, until } from '@cellthread/stack';
import { readSecret } from 'cellthread-cli';
import { type BenchInflux } from '../influx';

/** The workbench with the datasource's real program behind it. */
export interface Workbench {
  url: string;
  pid: number;
  /** Frames of one query over a time range. Throws the query's own error. */
  query(query: object, fromMs: number, toMs: number): Promise<QueryFrame[]>;
  stop(): Promise<void>;
}

/** A data frame as the datasource answers it. */
export interface QueryFrame {
  schema: { name?: string; fields: Array<{ name: string }>; meta?: { executedQueryString?: string } };
  data: { values: unknown[][] };
}

interface Answer {
  results: Record<string, { error?: string; frames: QueryFrame[] }>;
}

/**
 * Builds datasource and workbench unless they are fresh, and starts a workbench on the databases of an InfluxDB; `pageless`: only to be
 * asked, nobody looks at its page; `mqtt`: it evaluates the rules, and sends their messages to that broker.
 */
export async function startWorkbench(
  at: BenchInflux,
  options: { env?: Record<string, string>; pageless?: boolean; mqtt?: string } = {}
): Promise<Workbench> {
  const progress = createProgress((line) => process.stdout.write(`${line}\n`));
  await buildBackend(progress);
  if (!options.pageless) {
    await buildWorkbench(progress);
  }
  const port = await freePortBase(22_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-bench-'));
  const main = path.join(root, 'workbench/server/src/main.ts');
  const told = options.mqtt ? ['--mqtt', options.mqtt, '--policies', path.join(root, 'notify/policies.yaml')] : [];
  const broker: Record<string, string> = options.mqtt
    ? {
        CELLTHREAD_MQTT_USER: 'grafana',
        CELLTHREAD_MQTT_PASSWORD: readSecret(secretsIn(at.dataDir), 'mqtt', 'grafana'),
      }
    : {};
  const part = startPart({
    name: 'workbench',
    command: process.execPath,
    args: ['--import', 'tsx', main, '--port', String(port), '--influx', at.influx, '--data-dir', dataDir, ...told],
    cwd: root,
    env: { ...readerEnv(at.dataDir), ...broker, ...options.env },
    logFile: path.join(dataDir, 'logs', 'workbench.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  const health = `${url}/api/health`;
  const ready = () => (options.pageless ? pluginRuns(health) : answers(health));
  await until('An answer of the workbench', ready, { failed: part.endedBecause });
  return {
    url,
    pid: part.pid,
    async query(query, fromMs, toMs) {
      const queries = [
        { refId: 'A', datasource: { uid: 'cellthread' }, intervalMs: 1000, maxDataPoints: 1000, ...query },
      ];
      const response = await fetch(`${url}/api/ds/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: String(fromMs), to: String(toMs), queries }),
      });
      const { A: result } = ((await response.json()) as Answer).results;
      if (!result || result.error) {
        throw new Error(`${JSON.stringify(query)}: ${result?.error ?? 'no answer'}`);
      }
      return result.frames;
    },
    stop: () => part.stop(),
  };
}

/** The datasource answers, whether there is a page or not: without one the workbench as a whole is not healthy. */
async function pluginRuns(health: string): Promise<boolean> {
  try {
    const { plugin } = (await (await fetch(health)).json()) as { plugin?: { running?: boolean } };
    return plugin?.running === true;
  } catch {
    return false;
  }
}
