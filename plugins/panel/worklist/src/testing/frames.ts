import { whereaboutsColumns } from '@cellthread/vocabulary';
import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';

/** When what the frames tell of began. */
export const began = Date.UTC(2026, 10, 22, 6);

type Said = Record<string, string | number | null>;

const times = ['time', 'timeEnd', 'since', 'last_seen'];
const numbers = ['value', 'from_m', 'to_m', 'decided_against', 'held_visits', 'sample_good', 'sample_bad'];

function frameOf(columns: readonly string[], rows: readonly Said[]): DataFrame {
  return toDataFrame({
    refId: 'A',
    fields: columns.map((name) => ({
      name,
      type: times.includes(name) ? FieldType.time : numbers.includes(name) ? FieldType.number : FieldType.string,
      values: rows.map((row) => row[name] ?? (times.includes(name) || numbers.includes(name) ? null : '')),
    })),
  });
}

const signalColumns = [
  ...['since', 'sentence', 'action', 'value', 'site', 'line', 'station', 'equipment', 'position', 'lot', 'product'],
  ...['characteristic', 'kind', 'rule', 'severity', 'route', 'cell_id', 'visit', 'pass', 'decided'],
  ...['standing', 'response'],
];

export const signalsFrame = (...rows: Said[]): DataFrame => frameOf(signalColumns, rows);

/** A cell out of spec at a nozzle. */
export const outOfSpec = (over: Said = {}): Said => ({
  ...{ since: began, sentence: 'C1: fill mass below spec', action: 'Top it up.', value: 1, site: 'de1', line: 'l1' },
  ...{ station: 'filling', equipment: 'filler-02', position: 'nozzle-4', characteristic: 'fill_mass' },
  ...{ kind: 'out-of-spec', rule: 'below-lsl', severity: 'critical', cell_id: 'C1', visit: '1', pass: String(began) },
  ...over,
});

/** A nozzle that departs. */
export const wavering = (over: Said = {}): Said =>
  outOfSpec({ sentence: 'nozzle-4 wavers', kind: 'out-of-control', rule: 'spread', cell_id: '', pass: '', ...over });

const holdColumns = [
  ...['time', 'kind', 'site', 'item_id', 'target_type', 'target_id', 'hold_id', 'station', 'equipment', 'position'],
  ...['characteristic', 'rule', 'text', 'author', 'source', 'disposition', 'severity', 'proof'],
];

export const holdsFrame = (...rows: Said[]): DataFrame => frameOf(holdColumns, rows);

/** Holds that say where what they are on was seen last. */
export const seenFrame = (...rows: Said[]): DataFrame =>
  frameOf([...holdColumns, 'timeEnd', 'badge', ...whereaboutsColumns], rows);

/** A hold that the plan placed on a cell. */
export const held = (over: Said = {}): Said => ({
  ...{ time: began, kind: 'hold', site: 'de1', item_id: 'C1', target_type: 'cell', target_id: 'C1', hold_id: 'hold-1' },
  ...{
    station: 'filling',
    equipment: 'filler-02',
    characteristic: 'fill_mass',
    rule: 'below-lsl',
    disposition: 'hold',
  },
  ...{ text: 'fill_mass 790 below 797', source: 'cellthread' },
  ...over,
});
