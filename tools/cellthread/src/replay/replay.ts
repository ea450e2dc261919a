import { createHash } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import { brokerLogin } from '../broker/brokerLogin';
import { connectBroker } from '../broker/connectBroker';
import { type Command, type Output, UsageError } from '../command';
import { influxAccess, influxOptions, influxUsage } from '../influx';
import { readMoment, readOptions } from '../readOptions';
import { matchesTopic } from './matchesTopic';
import { mend } from './mend';
import { readShift } from './readShift';
import { type RejectedRow, rejectedRows } from './rejectedRow';

const options = {
  ...influxOptions,
  mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
  'mqtt-user': { type: 'string', default: 'station' },
  from: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string', multiple: true },
  topic: { type: 'string' },
  shift: { type: 'string', default: '0s' },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** How many messages may be on their way to the broker at once. */
const IN_FLIGHT = 100;

export const replay: Command = {
  name: 'replay',
  about: 'sends rejected inputs again, after the plan, a topic or a clock has been put right',
  usage: [
    '--from MOMENT             inputs that arrived from then on, for example 2026-03-01T06:00:00+01:00',
    '--to MOMENT               and before then, default now',
    '--reason REASON           only those rejected for it (repeatable), for example timestamp or station',
    '--topic FILTER            only those of matching topics, for example umh/v1/+/de1/#',
    '--shift SPAN              moves their times: 1h, 90m; back with --shift=-1h',
    '--dry-run                 says what would be sent',
    '--mqtt URL                broker, default mqtt://127.0.0.1:1883',
    '--mqtt-user NAME          who sends, default station; mes for its events, grafana for alerts. Password: --secrets or',
    '                          the variable CELLTHREAD_MQTT_PASSWORD',
    ...influxUsage,
  ],
  run: async (args, output) => {
    const { values } = readOptions(args, options);
    if (values.from === undefined) {
      throw new UsageError('--from is missing: say from which moment on inputs are to be sent again.');
    }
    const range = [readMoment('from', values.from), values.to ? readMoment('to', values.to) : Date.now()] as const;
    const shiftMs = readShift(values.shift);
    const rows = rejectedRows(
      influxAccess(values, 'cellthread_read'),
      `${values['database-prefix']}rejected`,
      ...range
    );
    const wanted = ({ reason, topic }: RejectedRow) =>
      (values.reason?.includes(reason) ?? true) && matchesTopic(values.topic ?? '#', topic);
    const client = values['dry-run']
      ? undefined
      : await connectBroker(values.mqtt, brokerLogin(values['mqtt-user'], values.secrets));
    try {
      return await sendAgain(rows, wanted, shiftMs, client, output);
    } finally {
      await client?.endAsync();
    }
  },
};

async function sendAgain(
  rows: AsyncGenerator<RejectedRow>,
  wanted: (row: RejectedRow) => boolean,
  shiftMs: number,
  client: MqttClient | undefined,
  { out, err }: Output
): Promise<number> {
  const seen = new Set<string>();
  const flying = new Set<Promise<unknown>>();
  let refused = 0;
  for await (const row of rows) {
    const key = createHash('sha256').update(`${row.topic} ${row.payload}`).digest('base64');
    if (!wanted(row) || seen.has(key)) {
      continue;
    }
    seen.add(key);
    const mended = mend(row, shiftMs);
    const what = `${new Date(row.at * 1000).toISOString()} ${row.reason} ${row.topic}`;
    if ('refused' in mended) {
      refused += 1;
      err(`refused: ${what}: ${mended.refused}.`);
    } else if (client) {
      const flight = client.publishAsync(row.topic, mended.payload, { qos: 1 }).finally(() => flying.delete(flight));
      flying.add(flight);
      if (flying.size >= IN_FLIGHT) {
        await Promise.race(flying);
      }
    } else {
      out(`would send: ${what}: ${mended.payload.slice(0, 200)}`);
    }
  }
  await Promise.all(flying);
  out(`${seen.size - refused} ${client ? 'sent again' : 'would be sent again'}, ${refused} refused.`);
  return refused > 0 ? 1 : 0;
}
