import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { type PlantFolder } from '@cellthread/plan/plant';
import { backendBinary, root, StackError, textsBinary } from '@cellthread/install';
import { secretsIn } from '../secretsIn';
import { type Part, startPart } from './part';

/** Starts the workbench on the loopback address: it shows the plant, evaluates its alert rules and sends their messages. */
export async function startWorkbench(options: {
  port: number;
  influx: string;
  mqtt: string;
  dataDir: string;
  plant: PlantFolder;
}): Promise<Part> {
  if (![backendBinary, textsBinary].every((file) => existsSync(file))) {
    throw new StackError('The datasource is not built: run `npm run build`.');
  }
  return startPart({
    name: 'workbench',
    command: process.execPath,
    args: [
      '--import',
      'tsx',
      path.join(root, 'workbench/server/src/main.ts'),
      '--port',
      String(options.port),
      '--influx',
      options.influx,
      '--provisioning',
      path.join(options.plant.out, 'provisioning'),
      '--mqtt',
      options.mqtt,
      '--policies',
      path.join(options.plant.out, 'notify/policies.yaml'),
      '--language',
      loadPlan(options.plant.plan).language,
      '--texts',
      textsBinary,
      '--data-dir',
      options.dataDir,
    ],
    cwd: root,
    // The folder and not the passwords: whatever the workbench starts inherits its environment.
    env: {
      CELLTHREAD_INFLUX_USER: 'cellthread_read',
      CELLTHREAD_INFLUX_WRITE_USER: 'cellthread_event',
      CELLTHREAD_MQTT_USER: 'grafana',
      CELLTHREAD_SECRETS: secretsIn(options.dataDir),
    },
    logFile: path.join(options.dataDir, 'logs', 'workbench.log'),
  });
}
