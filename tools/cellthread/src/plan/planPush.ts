import { lineProtocol, type PlanRow } from '@cellthread/plan';
import type { Command, Output } from '../command';
import { influxAccess, influxOptions, influxUsage, influxWrite } from '../influx';
import { readOptions } from '../readOptions';
import { type Changes, changesOf, iso, laterText } from './changes';
import { counted } from './counted';
import { createDatabases } from './databases';
import { planOf, planOption, planUsage } from './planOption';
import { rowName } from './rowName';

const options = {
  ...influxOptions,
  ...planOption,
  'effective-from': { type: 'string' },
  author: { type: 'string' },
  reason: { type: 'string' },
  compressed: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

function describe(row: PlanRow): string {
  const { active, revision, effective_s } = row;
  return `  ${active ? 'write   ' : 'withdraw'} ${rowName(row)} (revision ${revision}, from ${iso(effective_s)})`;
}

function report(changes: Changes, written: boolean, output: Output): void {
  const { rows, unchanged, revision, effective_s } = changes;
  if (rows.length === 0) {
    output.out(`Nothing to do: all ${unchanged} rows say already what the plan says.`);
  } else {
    const withdrawn = rows.filter((row) => !row.active).length;
    output.out(
      `${written ? 'Pushed' : 'Would push'} revision ${revision}, in force from ${iso(effective_s)}: ` +
        `${counted(rows.length - withdrawn, 'row')} written, ${withdrawn} withdrawn, ${unchanged} unchanged.`
    );
  }
  laterText(changes).forEach((line) => output.err(line));
}

export const planPush: Command = {
  name: 'plan push',
  about: 'writes what changed in a control plan to InfluxDB',
  usage: [
    'cellthread plan push [FILE] [--plant DIR] [options]',
    '',
    ...planUsage,
    ...influxUsage,
    '--effective-from MOMENT   ISO 8601; default: the plan’s effective_from at the first push, then now',
    '--author NAME             default: the account that runs this',
    '--reason TEXT             why; kept with every row',
    '--compressed N            the records are simulated ones whose times of trays are divided by N',
    '--dry-run                 lists what would be written, writes nothing',
  ],
  async run(args, output) {
    const { values, positionals } = readOptions(args, options, 1);
    const plan = planOf(positionals[0], values.plant);
    const access = influxAccess(values, 'cellthread_record');
    const prefix = values['database-prefix'];
    if (!values['dry-run']) {
      const { created, unseen } = await createDatabases(access, prefix);
      if (created.length > 0) {
        output.out(`Created ${created.join(', ')}.`);
      }
      // The others are none of this user's business, who writes only here.
      if (unseen.includes(`${prefix}record`)) {
        output.err(`Not seen by this user, nor created: ${prefix}record ("cellthread database prepare" creates it).`);
      }
    }
    const changes = await changesOf(plan, access, values);
    if (values['dry-run']) {
      changes.rows.forEach((row) => output.out(describe(row)));
    } else if (changes.rows.length > 0) {
      await influxWrite(access, `${prefix}record`, changes.rows.map(lineProtocol));
    }
    report(changes, !values['dry-run'], output);
    return 0;
  },
};
