import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runFile } from './runFile';

/** The password of a user of the stack's database or broker. */
export const stackSecret = (part: 'influxdb' | 'mqtt', user: string): string =>
  readFileSync(join(dirname(runFile()), 'secrets', part, user), 'utf8');
