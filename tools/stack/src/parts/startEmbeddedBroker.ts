import path from 'node:path';
import { PASSWORD_FILE } from 'cellthread-cli';
import { root } from '@cellthread/install';
import { makeSecretsIn } from '../secretsIn';
import { until } from '../until';
import { type Part, startPart } from './part';
import { accepts } from './startMosquitto';

/** Starts the embedded broker with the users and the access list of mosquitto on a loopback port. */
export async function startEmbeddedBroker({ port, dataDir }: { port: number; dataDir: string }): Promise<Part> {
  const part = startPart({
    name: 'broker',
    command: process.execPath,
    args: [
      '--import',
      'tsx',
      path.join(root, 'tools/stack/src/broker/main.ts'),
      String(port),
      path.join(makeSecretsIn(dataDir), PASSWORD_FILE),
    ],
    cwd: root,
    logFile: path.join(dataDir, 'logs', 'broker.log'),
  });
  await until('An answer of the MQTT broker', () => accepts(port), { failed: part.endedBecause });
  return part;
}
