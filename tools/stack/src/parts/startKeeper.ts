import { existsSync } from 'node:fs';
import { keeperBinary, root, StackError } from '@cellthread/install';
import path from 'node:path';
import { secretsIn } from '../secretsIn';
import { type Part, startPart } from './part';

/** Starts what holds out-of-spec items of a database and tells the line, whether or not anybody evaluates alert rules. */
export function startKeeper(options: { influxPort: number; mqttPort: number; dataDir: string }): Promise<Part> {
  const { influxPort, mqttPort, dataDir } = options;
  if (!existsSync(keeperBinary)) {
    throw new StackError('The keeper is not built: run `npm run build`.');
  }
  return Promise.resolve(
    startPart({
      name: 'keeper',
      command: keeperBinary,
      args: [
        ...['--influx', `http://127.0.0.1:${influxPort}`, '--mqtt', `mqtt://127.0.0.1:${mqttPort}`],
        ...['--secrets', secretsIn(dataDir)],
      ],
      cwd: root,
      logFile: path.join(dataDir, 'logs', 'keeper.log'),
    })
  );
}
