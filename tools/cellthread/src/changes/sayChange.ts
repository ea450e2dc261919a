import { randomUUID } from 'node:crypto';
import { grafanaAccess } from '../alerts/grafana';
import type { Output } from '../command';
import { type Route, sayEvent } from '../event/sayEvent';

const text = { type: 'string' } as const;

/** Options of every command that proposes a change. Persons approve in Grafana: a token is a service account's. */
export const changeOptions = {
  grafana: { type: 'string', default: 'http://127.0.0.1:3000' },
  datasource: { type: 'string', default: 'cellthread' },
  site: text,
  text,
  key: text,
} as const;

export const changeUsage = [
  '--grafana URL             default http://127.0.0.1:3000; its token is in the variable CELLTHREAD_GRAFANA_TOKEN',
  '--datasource UID          default cellthread',
  '--site SITE               of whoever says it; may be left out where the data source has one',
  '--text WHY                in a sentence',
  '--key KEY                 what was sent under it before is not stored again (default: a new one)',
];

interface Values {
  grafana: string;
  datasource: string;
  key?: string | undefined;
}

/** Sends what is said of a change, and prints how its proposal stands. */
export async function sayChange(
  values: Values,
  route: Route,
  body: Record<string, unknown>,
  output: Output
): Promise<number> {
  const access = grafanaAccess(values.grafana, process.env, 'Admin');
  const said = { key: values.key ?? randomUUID(), ...body };
  const { status, answer } = await sayEvent(access, values.datasource, said, route);
  if (!answer.proposal) {
    output.err(answer.message ?? `Grafana answered ${status} without a reason.`);
    return 1;
  }
  output.out(JSON.stringify(answer.proposal));
  return 0;
}
