import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokerLogin, influxLogin, influxQuery, readSecret } from 'cellthread-cli';
import { connectAsync, type MqttClient } from 'mqtt';
import {
  freePortBase,
  type Part,
  portsFrom,
  secretsIn,
  startEmbeddedBroker,
  startInflux,
  startKeeper,
  startMosquitto,
  startTelegraf,
} from '@cellthread/stack';

export type PartName = 'mosquitto' | 'influxd' | 'telegraf' | 'keeper';

/** Broker, database and Telegraf on free ports with their data in a folder of their own, and a publisher. */
export interface Plant {
  mqttUrl: string;
  influxUrl: string;
  dataDir: string;
  /** The folder of the passwords. */
  secrets: string;
  /** May publish and read every topic: what the broker refuses is not what these tests are about. */
  publisher: MqttClient;
  /** Resolves when the part answers. */
  start(name: PartName): Promise<void>;
  /** kill -9; resolves when the part is gone. */
  kill(name: PartName): Promise<void>;
  /** Rows of the first series of an InfluxQL statement, times in ns (which are too long for a number: do not compare them). */
  rows(database: string, statement: string): Promise<unknown[][]>;
  pid(name: PartName): number;
  stop(): Promise<void>;
}

/** With the embedded broker its publisher is the user of all stations. */
export async function startPlant({ embedded = false } = {}): Promise<Plant> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cellthread-plant-'));
  const ports = portsFrom(await freePortBase());
  const influxUrl = `http://127.0.0.1:${ports.influx}`;
  const mqttUrl = `mqtt://127.0.0.1:${ports.mqtt}`;
  const everything = { username: 'plant', password: randomBytes(24).toString('base64url') };
  const starters: Record<PartName, () => Promise<Part>> = {
    mosquitto: () =>
      embedded
        ? startEmbeddedBroker({ port: ports.mqtt, dataDir })
        : startMosquitto({ port: ports.mqtt, dataDir, everything }),
    influxd: () => startInflux({ port: ports.influx, rpcPort: ports.influxRpc, dataDir }),
    telegraf: () =>
      startTelegraf({
        mqttPort: ports.mqtt,
        influxPort: ports.influx,
        dataDir,
        watch: embedded ? ['database'] : [],
      }),
    keeper: () => startKeeper({ influxPort: ports.influx, mqttPort: ports.mqtt, dataDir }),
  };
  const parts = new Map<PartName, Part>();
  const start = async (name: PartName) => void parts.set(name, await starters[name]());
  await Promise.all([start('mosquitto'), start('influxd')]);
  await start('telegraf');
  const secrets = secretsIn(dataDir);
  const login = embedded ? brokerLogin('station', secrets) : everything;
  const publisher = await connectAsync(mqttUrl, { ...login, reconnectPeriod: 200 });
  const reader = influxLogin(influxUrl, 'cellthread_read', readSecret(secrets, 'influxdb', 'cellthread_read'));
  return {
    mqttUrl,
    influxUrl,
    dataDir,
    secrets,
    publisher,
    start,
    async kill(name) {
      parts.get(name)?.kill('SIGKILL');
      await parts.get(name)?.ended;
    },
    async rows(database, statement) {
      const [series] = await influxQuery(reader, statement, `cellthread_${database}`, { times: 'ns' });
      return series?.values ?? [];
    },
    pid: (name) => parts.get(name)?.pid ?? -1,
    async stop() {
      await publisher.endAsync(true);
      for (const name of ['keeper', 'telegraf', 'influxd', 'mosquitto'] as const) {
        await parts.get(name)?.stop();
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
