import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';

const start = Date.UTC(2026, 10, 22, 6);
const hour = 3_600_000;
export const cell = '0EPCB1LFP0202AGB50000017';

function table(name: string, columns: readonly string[], rows: readonly unknown[][]): DataFrame {
  return toDataFrame({
    name,
    refId: 'A',
    fields: columns.map((column, i) => ({
      name: column,
      type: typeOf(
        column,
        rows.map((r) => r[i])
      ),
      values: rows.map((r) => r[i] ?? null),
    })),
  });
}

function typeOf(column: string, values: readonly unknown[]): FieldType {
  if (['time', 'started', 'first_seen', 'last_seen'].includes(column)) {
    return FieldType.time;
  }
  const known = values.find((v) => v !== null && v !== undefined);
  return typeof known === 'number'
    ? FieldType.number
    : typeof known === 'boolean'
      ? FieldType.boolean
      : FieldType.string;
}

/** One cell as the datasource answers it: filled too low, topped up, tested twice, sent once too often. */
export function travelerFrames(): DataFrame[] {
  const visit = (h: number, station: string, n: string, verdict: string, equipment: string, superseded = false) => [
    start + h * hour,
    start + h * hour - 20_000,
    station,
    n,
    verdict,
    'production',
    equipment,
    'op-07',
    superseded,
  ];
  return [
    table(
      'header',
      [
        'cell_id',
        'product',
        'site',
        'line',
        'first_seen',
        'last_seen',
        'station',
        'verdict',
        'disposition',
        'visits',
        'out_of_spec',
        'rework',
      ],
      [[cell, 'lfp-202', 'de1', 'l1', start, start + 7 * hour, 'leak_test', 'ok', 'hold', 6, 1, 1]]
    ),
    table(
      'operations',
      ['time', 'started', 'station', 'visit', 'verdict', 'run_type', 'equipment', 'operator', 'superseded'],
      [
        visit(2, 'filling', '1', 'nok', 'filler-02'),
        visit(1, 'welding', '1', 'ok', 'welder-02'),
        visit(1.001, 'welding', '1', 'ok', 'welder-02', true),
        visit(3, 'leak_test', '1', 'ok', 'leak-01'),
        visit(4, 'filling', '2', 'ok', 'filler-02'),
        visit(5, 'leak_test', '2', 'retest', 'leak-01'),
        visit(6, 'leak_test', '3', 'ok', 'leak-01'),
      ]
    ),
    table(
      'characteristics',
      [
        'time',
        'station',
        'visit',
        'characteristic',
        'name',
        'value',
        'unit',
        'lsl',
        'target',
        'usl',
        'verdict',
        'centre',
        'sigma',
        'z',
        'peer_percentile',
        'text',
        'control_limits',
      ],
      [
        [
          start + 2 * hour,
          'filling',
          '1',
          'fill_mass',
          'Electrolyte mass',
          795.1,
          'massg',
          797,
          800,
          803,
          'nok',
          800,
          0.7,
          -7,
          0,
          '',
          'are provisional',
        ],
        [
          start + 4 * hour,
          'filling',
          '2',
          'fill_mass',
          'Electrolyte mass',
          800.3,
          'massg',
          797,
          800,
          803,
          'ok',
          800,
          0.7,
          0.43,
          66,
          '',
          'are provisional',
        ],
        [
          start + 5 * hour,
          'leak_test',
          '2',
          'leak_rate',
          'Leak rate',
          null,
          'mbar·L/s',
          null,
          null,
          0.001,
          '',
          0.0002,
          0.00004,
          null,
          null,
          '',
          'are retired: nothing is drawn or judged by them',
        ],
        [
          start + 6 * hour,
          'leak_test',
          '3',
          'seal_code',
          'Code on the seal',
          null,
          '',
          null,
          null,
          null,
          '',
          null,
          null,
          null,
          null,
          'B-77',
          '',
        ],
      ]
    ),
    table(
      'genealogy',
      ['relation', 'child_id', 'child_type', 'parent_id', 'parent_type', 'quantity', 'unit', 'lane', 'from_m', 'to_m'],
      [
        ['carried_by', cell, 'cell', 'TRAY-1', 'tray', null, '', null, null, null],
        ['consumes', cell, 'cell', 'EL-2291', 'electrolyte', 800.3, 'g', null, null, null],
        ['cut_from', cell, 'cell', 'AR-118', 'anode_roll', 24, 'm', 'lane-2', 812.4, 815.1],
        ['consumes', 'AR-118', 'anode_roll', 'AS-0071', 'anode_slurry', null, '', null, null, null],
      ]
    ),
    table(
      'environment',
      ['time', 'station', 'visit', 'zone', 'sensor', 'quantity', 'value', 'unit', 'age_s'],
      [[start, 'filling', '1', 'dry-room-2', 's1', 'dew_point', -42.1, 'celsius', 12]]
    ),
    table(
      'events',
      [
        'time',
        'kind',
        'target_type',
        'target_id',
        'hold_id',
        'station',
        'equipment',
        'text',
        'author',
        'disposition',
        'severity',
        'reference',
      ],
      [
        [
          start + 2 * hour,
          'hold',
          'cell',
          cell,
          'H-118',
          'filling',
          'filler-02',
          'Fill mass below 797 g',
          'cellthread',
          '',
          'quality',
          '',
        ],
      ]
    ),
  ];
}

/** The same frames without a row: what a cell that does not exist gives. */
export function emptyFrames(notice: string): DataFrame[] {
  return travelerFrames().map((frame) => ({
    ...frame,
    length: 0,
    fields: frame.fields.map((f) => ({ ...f, values: [] })),
    meta: frame.name === 'header' ? { notices: [{ severity: 'info', text: notice }] } : undefined,
  }));
}
