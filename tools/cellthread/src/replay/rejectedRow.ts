import { type InfluxAccess, influxQuery } from '../influx';

/** An input that could not be stored, as it was kept. */
export interface RejectedRow {
  /** Unix seconds of its arrival. */
  at: number;
  reason: string;
  topic: string;
  payload: string;
  truncated: boolean;
}

const PAGE = 500;

/** Reads the rejected inputs that arrived in [fromMs, toMs), oldest first, a page at a time: payloads can be 64 kB. */
export async function* rejectedRows(
  access: InfluxAccess,
  database: string,
  fromMs: number,
  toMs: number
): AsyncGenerator<RejectedRow> {
  for (let offset = 0; ; offset += PAGE) {
    const statement =
      `SELECT "reason"::tag, "topic"::field, "payload"::field, "truncated"::field FROM "rejected" ` +
      `WHERE time >= $from AND time < $to LIMIT ${PAGE} OFFSET ${offset}`;
    const params = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
    const [series] = await influxQuery(access, statement, database, { params });
    const values = series?.values ?? [];
    for (const [at, reason, topic, payload, truncated] of values) {
      yield {
        at: Number(at),
        reason: String(reason),
        topic: String(topic),
        payload: String(payload ?? ''),
        truncated: truncated === true,
      };
    }
    if (values.length < PAGE) {
      return;
    }
  }
}
