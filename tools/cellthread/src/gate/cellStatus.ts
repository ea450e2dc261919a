import { ask, grafanaAccess } from '../alerts/grafana';
import { type Command, UsageError } from '../command';
import { readOptions } from '../readOptions';

const options = {
  grafana: { type: 'string', default: 'http://127.0.0.1:3000' },
  datasource: { type: 'string', default: 'cellthread' },
  station: { type: 'string' },
} as const;

/** Exit codes by answer. */
const codes: Record<string, number> = { allow: 0, deny: 3, unknown: 4 };

export const cellStatus: Command = {
  name: 'cell-status',
  about: 'says whether an item may pass a gate, as the data source answers gates',
  usage: [
    'cellthread cell-status ID [--station STATION] [options]',
    '',
    'Ends with 0 where it may pass (allow), 3 where it may not (deny), 4 where nobody knows (unknown), 1 without an answer.',
    '--station STATION         whose gate asks: the station before it has to have reported the item',
    '--grafana URL             default http://127.0.0.1:3000; its token is in the variable CELLTHREAD_GRAFANA_TOKEN',
    '--datasource UID          default cellthread',
  ],
  async run(args, output) {
    const { values, positionals } = readOptions(args, options, 1);
    const [id] = positionals;
    if (!id) {
      throw new UsageError('ID is missing: say which item is at the gate.');
    }
    const access = grafanaAccess(values.grafana, process.env, 'Viewer');
    const resources = `/api/datasources/uid/${encodeURIComponent(values.datasource)}/resources`;
    const station = values.station === undefined ? '' : `?station=${encodeURIComponent(values.station)}`;
    const told = await ask<{ status: string }>(access, `${resources}/cell-status/${encodeURIComponent(id)}${station}`);
    output.out(JSON.stringify(told));
    return codes[told.status] ?? 1;
  },
};
