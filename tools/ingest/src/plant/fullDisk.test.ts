import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokerLogin, influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { connectAsync, type MqttClient } from 'mqtt';
import {
  freePortBase,
  type Part,
  portsFrom,
  secretsIn,
  startInflux,
  startMosquitto,
  startTelegraf,
  until,
} from '@cellthread/stack';
import { record, topicOf } from './record';

const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-disk-'));
const brokerDisk = path.join(dataDir, 'mosquitto');
const parts: Part[] = [];
let station: MqttClient | undefined;
let mqttUrl = '';
let influxUrl = '';

/** A disk of 32 MB for the broker alone: only root may mount one. */
function mountSmallDisk(): boolean {
  mkdirSync(brokerDisk, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', brokerDisk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const mounted = mountSmallDisk();

beforeAll(async () => {
  if (!mounted) {
    return;
  }
  const ports = portsFrom(await freePortBase());
  mqttUrl = `mqtt://127.0.0.1:${ports.mqtt}`;
  influxUrl = `http://127.0.0.1:${ports.influx}`;
  parts.push(await startMosquitto({ port: ports.mqtt, dataDir }));
  parts.push(await startInflux({ port: ports.influx, rpcPort: ports.influxRpc, dataDir }));
  parts.push(
    await startTelegraf({ mqttPort: ports.mqtt, influxPort: ports.influx, dataDir, watch: ['database', 'broker'] })
  );
}, 90_000);

afterAll(async () => {
  await station?.endAsync(true);
  for (const part of parts.reverse()) {
    await part.stop();
  }
  if (mounted) {
    execFileSync('umount', ['-l', brokerDisk]);
  }
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

async function newest(statement: string, database = 'cellthread_rejected'): Promise<number[]> {
  const reader = influxLogin(
    influxUrl,
    'cellthread_read',
    readSecret(secretsIn(dataDir), 'influxdb', 'cellthread_read')
  );
  return ((await influxQuery(reader, statement, database))[0]?.values[0] ?? []).map(Number);
}

/** Share of the broker's disk that is free, as Telegraf stored it last. */
async function freeShare(): Promise<number> {
  const [, free = NaN, total = NaN] = await newest(
    `SELECT free, total FROM disk WHERE part = 'mosquitto' ORDER BY time DESC LIMIT 1`
  );
  return free / total;
}

/** Whether the broker's file held a save of the last 15 seconds when Telegraf looked last. */
async function saves(): Promise<boolean> {
  const [at = NaN, saved = NaN, size = NaN] = await newest(
    `SELECT modification_time, size_bytes FROM filestat WHERE part = 'mosquitto' ORDER BY time DESC LIMIT 1`
  );
  return at - saved / 1e9 < 15 && size > 0;
}

/** Lets a file grow until nothing more fits on its disk. */
function fill(file: string): void {
  const page = Buffer.alloc(4096);
  try {
    for (;;) {
      appendFileSync(file, page);
    }
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  }
}

const wait = { timeoutMs: 60_000, everyMs: 500 };
const told = (what: string, condition: () => Promise<boolean>) => until(what, condition, wait);

// Without the right to mount a disk there is nothing to fill.
(mounted ? test : test.skip)(
  'a full disk of the broker is told, though it goes on acknowledging; it saves again when there is space, and nothing is lost',
  async () => {
    await told('A disk with space and a fresh save', async () => (await freeShare()) > 0.8 && (await saves()));
    await told(
      'The queue of the broker',
      async () => (await newest('SELECT last(value) FROM broker_queue')).length > 0
    );
    const ballast = path.join(brokerDisk, 'ballast');
    fill(ballast);
    await told('A full disk', async () => (await freeShare()) < 0.01);
    fill(ballast); // what a save held at that moment

    station = await connectAsync(mqttUrl, brokerLogin('station', secretsIn(dataDir)));
    const cells = Array.from({ length: 200 }, (_, i) => `FULL-${i}`);
    await Promise.all(
      cells.map((cell) => station!.publishAsync(topicOf('filler-01'), record(cell, Date.now()), { qos: 1 }))
    );
    await told('Saves that fail', async () => !(await saves()));

    rmSync(ballast);
    await told('A save, and space', async () => (await saves()) && (await freeShare()) > 0.8);
    const count = () => newest(`SELECT count(cell_id) FROM filling WHERE cell_id =~ /^FULL-/`, 'cellthread_visits');
    await told('All records', async () => (await count())[1] === cells.length);
  },
  180_000
);
