import { inForce, type PlanRow } from '@cellthread/plan';
import type { Command } from '../command';
import { influxAccess, influxOptions, influxUsage } from '../influx';
import { readMoment, readOptions } from '../readOptions';
import { showRows } from './showRows';
import { storedRows } from './storedRows';

const options = {
  ...influxOptions,
  at: { type: 'string' },
  'known-at': { type: 'string' },
  station: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function ofStation(rows: PlanRow[], station: string | undefined): PlanRow[] {
  return station === undefined ? rows : rows.filter(({ tags }) => tags['station'] === station);
}

export const planShow: Command = {
  name: 'plan show',
  about: 'prints the plan that was in force at a time, as InfluxDB holds it',
  usage: [
    'cellthread plan show [--at MOMENT] [--known-at MOMENT] [--station ID] [options]',
    '',
    '--at MOMENT               ISO 8601, default now',
    '--known-at MOMENT         only what was recorded by then',
    '--station ID              only this station',
    '--json                    the rows with all fields',
    ...influxUsage,
  ],
  async run(args, output) {
    const { values } = readOptions(args, options);
    const at_ms = values.at === undefined ? Date.now() : readMoment('at', values.at);
    const known = values['known-at'];
    const known_at_ms = known === undefined ? undefined : readMoment('known-at', known);
    const access = influxAccess(values, 'cellthread_read');
    const stored = await storedRows(access, `${values['database-prefix']}record`);
    if (stored.length === 0) {
      throw new Error(`no plan was ever pushed to ${access.url}; run "cellthread plan push" first.`);
    }
    const rows = ofStation(inForce(stored, { at_ms, known_at_ms }), values.station);
    if (rows.length === 0) {
      throw new Error(
        values.station === undefined
          ? `no plan was in force at ${new Date(at_ms).toISOString()}.`
          : `station "${values.station}" was in no plan in force at ${new Date(at_ms).toISOString()}.`
      );
    }
    const lines = values.json ? rows.map((row) => JSON.stringify(row)) : showRows(rows);
    lines.forEach((line) => output.out(line));
    return 0;
  },
};
