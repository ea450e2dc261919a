import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { lineProtocol, type Plan, planChanges, planRows, type PlanRow, type PushResult } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import type { Command, Output } from '../command';
import { influxAccess, influxOptions, influxUsage, influxWrite } from '../influx';
import { readMoment, readOptions } from '../readOptions';
import { createDatabases } from './databases';
import { storedRows } from './storedRows';
import { requireStoredTypes } from './storedTypes';

const options = {
  ...influxOptions,
  'effective-from': { type: 'string' },
  author: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** The first push takes effect when the plan says, so that it covers what was made before; later ones at once. */
function effectiveSeconds(stated: string | undefined, plan: Plan, stored: readonly PlanRow[], now_ms: number): number {
  const first = stored.length === 0 ? plan.header.effective_from : undefined;
  const text = stated ?? first;
  return Math.floor((text === undefined ? now_ms : readMoment('effective-from', text)) / 1000);
}

function describe({ measurement, tags, active, revision, effective_s }: PlanRow): string {
  const key = Object.values(tags).filter((value) => value !== '*');
  return `  ${active ? 'write   ' : 'withdraw'} ${measurement} ${key.join(' ')} (revision ${revision}, from ${iso(effective_s)})`;
}

function report(result: PushResult, effective_s: number, written: boolean, output: Output): void {
  const { rows, unchanged, later, revision } = result;
  if (rows.length === 0) {
    output.out(`Nothing to do: all ${unchanged} rows say already what the plan says.`);
  } else {
    const withdrawn = rows.filter((row) => !row.active).length;
    output.out(
      `${written ? 'Pushed' : 'Would push'} revision ${revision}, in force from ${iso(effective_s)}: ` +
        `${rows.length - withdrawn} rows written, ${withdrawn} withdrawn, ${unchanged} unchanged.`
    );
  }
  if (later.length > 0) {
    const first = iso(Math.min(...later.map((row) => row.effective_s)));
    output.err(
      `${later.length} rows pushed before take effect later (from ${first}) and replace these then; ` +
        'push once more without --effective-from to make this plan hold from now on.'
    );
  }
}

export const planPush: Command = {
  name: 'plan push',
  about: 'writes what changed in a control plan to InfluxDB',
  usage: [
    'cellthread plan push [FILE] [options]',
    '',
    'FILE                      default: the plan of the default plant',
    ...influxUsage,
    '--effective-from MOMENT   ISO 8601; default: the plan’s effective_from at the first push, then now',
    '--author NAME             default: the account that runs this',
    '--reason TEXT             why; kept with every row',
    '--dry-run                 lists what would be written, writes nothing',
  ],
  async run(args, output) {
    const { values, positionals } = readOptions(args, options, 1);
    const plan = loadPlan(positionals[0]);
    const access = influxAccess(values, 'cellthread_record');
    const prefix = values['database-prefix'];
    const record = `${prefix}record`;
    if (!values['dry-run']) {
      const { created, unseen } = await createDatabases(access, prefix);
      if (created.length > 0) {
        output.out(`Created ${created.join(', ')}.`);
      }
      if (unseen.length > 0) {
        output.err(
          `Not seen by this user, nor created: ${unseen.join(', ')} ("cellthread database prepare" creates them).`
        );
      }
    }
    await requireStoredTypes(access, `${prefix}visits`, plan);
    const stored = await storedRows(access, record);
    const recorded_ms = Date.now();
    const effective_s = effectiveSeconds(values['effective-from'], plan, stored, recorded_ms);
    const result = planChanges({
      desired: planRows(plan),
      stored,
      effective_s,
      recorded_ms,
      author: values.author ?? userInfo().username,
      reason: values.reason ?? '',
      hash: sha256,
    });
    if (values['dry-run']) {
      result.rows.forEach((row) => output.out(describe(row)));
    } else if (result.rows.length > 0) {
      await influxWrite(access, record, result.rows.map(lineProtocol));
    }
    report(result, effective_s, !values['dry-run'], output);
    return 0;
  },
};
