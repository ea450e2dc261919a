import { brokerLogin } from '../broker/brokerLogin';
import { type Command, UsageError } from '../command';
import { influxAccess, influxOptions, influxUsage } from '../influx';
import { readOptions } from '../readOptions';
import { readRecord } from './readRecord';
import { dueDay } from './seal';
import { toldSeals } from './toldSeals';
import { type Audit, compareBroker, type SealedDay, verify } from './verify';

const options = {
  ...influxOptions,
  from: { type: 'string' },
  to: { type: 'string' },
  mqtt: { type: 'string' },
  'mqtt-user': { type: 'string', default: 'cellthread' },
  json: { type: 'boolean', default: false },
} as const;

function day(option: string, text: string | undefined): string | undefined {
  if (text !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))) {
    throw new UsageError(`--${option} "${text}" is no day: write 2026-03-01.`);
  }
  return text;
}

const counted = (count: number) => `${count} event${count === 1 ? '' : 's'}`;

function sayDay({ day, count, late, findings }: SealedDay): string[] {
  const lateSaid =
    late.length === 0 ? '' : `, ${late.length} of them stored under a day that was sealed before: ${late.join(', ')}`;
  if (findings.length === 0) {
    return [`${day}  ${counted(count)}, as sealed${lateSaid}`];
  }
  return [
    `${day}  CHANGED (${counted(count)} sealed${lateSaid})`,
    ...findings.map(({ text }) => `            ${text}`),
  ];
}

function sayRest({ before, after }: Audit): string[] {
  return [
    ...(before > 0 ? [`${counted(before)} were stored before the first sealed day, and can be told nothing of.`] : []),
    ...(after > 0 ? [`${counted(after)} are not sealed yet.`] : []),
  ];
}

const sayUntold = (days: readonly string[]): string[] =>
  days.length === 0
    ? []
    : [`The broker keeps no seal of ${days.join(', ')}: what was sealed then is known by the database alone.`];

export const auditVerify: Command = {
  name: 'audit verify',
  about: 'says whether stored events are as they were when their days were sealed, and which are not',
  usage: [
    'cellthread audit verify [--from DAY] [--to DAY] [options]',
    '',
    'Ends with 1 if anything was changed, taken away or added.',
    '--from DAY, --to DAY      UTC days, as 2026-03-01; default all that were sealed',
    '--mqtt URL                compares the seals with those that the broker keeps',
    '--mqtt-user NAME          who asks it, default cellthread',
    '--json                    one object: days, each with its findings; untold: those of which the broker keeps no seal',
    ...influxUsage,
  ],
  async run(args, { out }) {
    const { values } = readOptions(args, options);
    const [from, to] = [day('from', values.from) ?? '', day('to', values.to)];
    const access = influxAccess(values, 'cellthread_read');
    const record = await readRecord(access, `${values['database-prefix']}record`);
    const told = values.mqtt && (await toldSeals(values.mqtt, brokerLogin(values['mqtt-user'], values.secrets)));
    if (told && told.size === 0) {
      throw new Error(
        `the broker at ${values.mqtt} tells no seal, so that nothing can be compared with it: it has lost them, user ${values['mqtt-user']} may not read them, or the keeper seals without it.`
      );
    }
    if (record.seals.length === 0 && !told) {
      throw new Error(
        `no day was ever sealed in ${values['database-prefix']}record at ${access.url}: the keeper seals each day once it is over (docs/audit.md).`
      );
    }
    const audit = verify(record, dueDay(Date.now()), told ? [...told.keys()].sort()[0] : undefined);
    if (told) {
      compareBroker(audit, record.seals, told);
    }
    const days = audit.days.filter((of) => of.day >= from && (to === undefined || of.day <= to));
    if (days.length === 0) {
      throw new Error(
        `no day from ${from || 'the first'} to ${to ?? 'now'} is sealed: nothing was verified. Sealed are ${audit.days[0]!.day} to ${audit.days.at(-1)!.day}.`
      );
    }
    const changed = days.some(({ findings }) => findings.length > 0);
    const untold = told ? days.map(({ day }) => day).filter((day) => !told.has(day)) : [];
    const lines = values.json
      ? [JSON.stringify({ changed, ...audit, untold, days })]
      : [...days.flatMap(sayDay), ...sayRest(audit), ...sayUntold(untold)];
    lines.forEach((line) => out(line));
    return changed ? 1 : 0;
  },
};
