import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSecret } from 'cellthread-cli';
import { requireProgram, root } from '@cellthread/install';
import { makeSecretsIn } from '../secretsIn';
import { until } from '../until';
import { mountPointOf } from './mountPointOf';
import { type Part, startPart } from './part';

export interface TelegrafOptions {
  mqttPort: number;
  influxPort: number;
  dataDir: string;
  /** Folder of its configuration and scripts; default: that of the checkout. */
  home?: string;
  env?: Record<string, string>;
  /** Watches the disks of these as well, and the queue of mosquitto: their data lie below `dataDir`. */
  watch?: ReadonlyArray<keyof typeof watched>;
}

/** Starts Telegraf with its shipped configuration, or with that of a plant; resolves when it has subscribed at the broker. */
export async function startTelegraf(options: TelegrafOptions): Promise<Part> {
  const { watch = [], home = path.join(root, 'telegraf') } = options;
  const logFile = path.join(options.dataDir, 'logs', 'telegraf.log');
  const from = sizeOf(logFile);
  const secrets = makeSecretsIn(options.dataDir);
  const part = startPart({
    name: 'telegraf',
    command: requireProgram('telegraf'),
    args: [
      '--strict-env-handling',
      '--config',
      path.join(home, 'telegraf.conf'),
      '--config-directory',
      path.join(home, 'telegraf.d'),
      ...watch.flatMap((part) => ['--config', path.join(home, 'watch.d', `${part}.conf`)]),
    ],
    env: {
      CELLTHREAD_MQTT: `tcp://127.0.0.1:${options.mqttPort}`,
      CELLTHREAD_MQTT_USER: 'telegraf',
      CELLTHREAD_MQTT_PASSWORD: readSecret(secrets, 'mqtt', 'telegraf'),
      CELLTHREAD_MQTT_CLIENT_ID: readSecret(secrets, 'mqtt-client', 'telegraf'),
      CELLTHREAD_INFLUX: `http://127.0.0.1:${options.influxPort}`,
      CELLTHREAD_INFLUX_USER: 'cellthread_write',
      CELLTHREAD_INFLUX_PASSWORD: readSecret(secrets, 'influxdb', 'cellthread_write'),
      // The scripts make short-lived garbage: collecting it less often saves a quarter of the processor time.
      GOGC: '400',
      CELLTHREAD_HOME: home,
      CELLTHREAD_OPERATORS: path.join(home, 'operators.csv'),
      CELLTHREAD_STATE: path.join(options.dataDir, 'telegraf.state'),
      ...Object.assign({}, ...watch.map((part) => watched[part](options.dataDir))),
      ...options.env,
    },
    logFile,
  });
  const consumers = watch.includes('broker') ? 2 : 1;
  await until('The subscription of telegraf', () => connections(readSince(logFile, from)) >= consumers, {
    failed: part.endedBecause,
  });
  return part;
}

const connections = (log: string) => log.split('Connected [tcp://').length - 1;

/** Where the watched data lie, by what is watched. */
const watched: Record<'database' | 'broker', (dataDir: string) => Record<string, string>> = {
  database: (dataDir) => ({ CELLTHREAD_DATABASE_DISK: mountPointOf(path.join(dataDir, 'influx')) }),
  broker: (dataDir) => {
    const broker = path.join(dataDir, 'mosquitto');
    return { CELLTHREAD_BROKER_DATA: broker, CELLTHREAD_BROKER_DISK: mountPointOf(broker) };
  },
};

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function readSince(file: string, offset: number): string {
  try {
    return readFileSync(file).subarray(offset).toString('utf8');
  } catch {
    return '';
  }
}
