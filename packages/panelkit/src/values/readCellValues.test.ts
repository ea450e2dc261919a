import { limitOf } from '@cellthread/chart';
import { type DataFrame, MappingType } from '@grafana/data';
import { type SpecOptions } from '../limits/columnLimits';
import { planOf, tableOf, visits } from '../testing';
import { type Missing } from '../view/Missing';
import { exclusionDefaults, type ExclusionOptions } from '../visits/ExclusionOptions';
import { type CellValues } from './CellValues';
import { chooseValue } from './chooseValue';
import { columnDefaults, type ColumnOptions } from './ColumnOptions';
import { readCellValues } from './readCellValues';

type Options = ColumnOptions & ExclusionOptions & SpecOptions;

function read(series: DataFrame[], over: Partial<Options> = {}): CellValues | Missing {
  const options = { ...columnDefaults, ...exclusionDefaults, ...over };
  const chosen = chooseValue(series, options.valueField, 'strip plot');
  return 'title' in chosen ? chosen : readCellValues(series, chosen, options);
}
const input = (series: DataFrame[], over: Partial<Options> = {}) => read(series, over) as CellValues;
const excluded = ({ obs }: CellValues) => Array.from({ length: obs.n }, (_, i) => obs.excluded?.(i) ?? '');

test('the visits frame gives value, time and cell without any choice', () => {
  const found = input([visits(3), planOf()]);
  expect([found.value.name, found.id(2), found.obs.n]).toEqual(['fill_mass', 'CELL-003', 3]);
  expect(found.limits.rows[limitOf(found.limits, 0)]).toMatchObject({
    lsl: 797,
    centre: 800,
    sigmaWithin: 0.7,
    approved: true,
  });
});

test.each<[string, DataFrame[], Partial<Options>, string]>([
  ['no table at all', [], {}, 'No data'],
  ['no rows', [visits(0)], {}, 'No rows'],
  [
    'no number column',
    [tableOf('t', { time: [1], name: ['a'] })],
    {},
    'A strip plot needs a number column with the measured values.',
  ],
  [
    'a characteristic that is a text',
    [tableOf('visits', { time: [1], cell_id: ['A'], seal_code: ['B-77'], visit: ['1'], verdict: ['ok'] })],
    {},
    'seal_code is a text, of which there is no strip plot.',
  ],
  [
    'a chosen value that is not there',
    [visits(2)],
    { valueField: 'leak' },
    'There is no number column "leak" to be charted.',
  ],
  [
    'a chosen value that is text',
    [visits(2)],
    { valueField: 'verdict' },
    'There is no number column "verdict" to be charted.',
  ],
  ['a chosen time that is not there', [visits(2)], { timeField: 'when' }, 'There is no column "when" to be the time.'],
  ['a stratum that is not there', [visits(2)], { strata: ['lane'] }, 'There is no column "lane" to group by.'],
])('%s is said in a sentence', (_, series, options, sentence) => {
  expect((read(series, options) as Missing).title).toBe(sentence);
});

test('a sentence about a missing column says what the data has', () => {
  const { lines } = read([tableOf('t', { time: [1], name: ['a'] })]) as Missing;
  expect(lines[0]).toBe('The data has: time (time), name (text).');
});

test('rows of any table are put in the order of time, those without a time are left out and told', () => {
  const found = input([
    tableOf('csv', { Time: [3000, 1000, null, 2000], serial: ['c', 'a', 'x', 'b'], width: [3, 1, 9, 2] }),
  ]);
  expect(Array.from(found.obs.value)).toEqual([1, 2, 3]);
  expect([0, 1, 2].map(found.id)).toEqual(['a', 'b', 'c']);
  expect(found.notes).toEqual(['1 rows without a time are left out.']);
});

test('a table without time is charted in its own order', () => {
  const found = input([tableOf('csv', { width: [3, 1, 2] })]);
  expect(found.obs.time).toBeNull();
  expect(Array.from(found.obs.value)).toEqual([3, 1, 2]);
});

test('limits may stand as columns beside the values, or as numbers in the options', () => {
  const beside = input([tableOf('csv', { width: [3, 1], lcl: [0, 0], ucl: [5, 6] })]);
  expect(beside.value.name).toBe('width');
  expect([0, 1].map((row) => beside.limits.rows[limitOf(beside.limits, row)]!.ucl)).toEqual([5, 6]);
  const stated = input([tableOf('csv', { width: [3, 1] })], { lsl: 0, usl: 4 });
  expect(stated.limits.rows[0]).toMatchObject({ lsl: 0, usl: 4, centre: null });
});

test('a million missing values are missing, not zero', () => {
  expect(Array.from(input([visits(3, { fill_mass: [800, null, 801] })]).obs.value)).toEqual([800, NaN, 801]);
});

test('visits that take no part say why', () => {
  const found = input([
    visits(5, {
      cell_id: ['A', 'B', 'C', 'D', 'A'],
      visit: ['1', '1', '1', '1', '2'],
      verdict: ['ok', 'skipped', 'ok', 'nok', 'ok'],
      run_type: ['production', 'production', 'master', 'production', 'production'],
      superseded: [false, false, false, true, false],
    }),
  ]);
  expect(excluded(found)).toEqual([
    '',
    'verdict skipped: the station did not work on it',
    'run type master',
    'superseded by a later message of the same visit',
    'visit 2 of the same cell (retest or rework)',
  ]);
});

test('stretches of a roll are no retests', () => {
  const coating = visits(3, { cell_id: ['ROLL-1', 'ROLL-1', 'ROLL-2'], visit: ['1', '2', '1'] });
  expect(excluded(input([coating]))[1]).toMatch('visit 2 of the same cell');
  expect(excluded(input([{ ...coating, meta: { custom: { unit: 'stretch' } } }]))).toEqual(['', '', '']);
});

test('a record that replaced others stands: the datasource leaves out what it replaced, and counts it', () => {
  expect(excluded(input([visits(3, { superseded: ['0', '1', '2'] })]))).toEqual(['', '', '']);
  expect(excluded(input([visits(3, { superseded: [0, 1, 2] })]))).toEqual(['', '', '']);
});

test('what the datasource warns of stands above the chart', () => {
  const notices = [
    { severity: 'warning' as const, text: 'Only the first 3 rows were read.' },
    { severity: 'info' as const, text: 'Nothing to worry about.' },
  ];
  expect(input([{ ...visits(3), meta: { notices } }]).notes).toEqual(['Only the first 3 rows were read.']);
});

test('a query that was not sent says why', () => {
  const unasked = { ...tableOf('', {}), meta: { notices: [{ severity: 'warning' as const, text: 'No station.' }] } };
  expect(read([unasked])).toEqual({ title: 'No data', lines: ['No station.'] });
});

test('a later visit counts where the earlier one is not in the data', () => {
  expect(excluded(input([visits(2, { visit: ['2', '1'] })]))).toEqual(['', '']);
});

test('a reading that is no measurement is kept out, and what the panel judges itself is not told twice', () => {
  const at = (i: number) => Date.UTC(2026, 10, 22, 6) + i * 60_000;
  const signals = tableOf('point-signals', {
    time: [at(1), at(2), at(0)],
    cell_id: ['CELL-002', 'CELL-003', 'CELL-001'],
    characteristic: ['fill_mass', 'fill_mass', 'fill_mass'],
    rule: ['implausible', 'above-usl', 'conflicting'],
    detail: ['outside what can be true', '805 is above usl', 'sent twice'],
  });
  const found = input([visits(3), planOf(), signals]);
  expect(excluded(found)).toEqual(['', 'implausible: outside what can be true', '']);
  expect([0, 1, 2].map((r) => found.reported!(r))).toEqual(['conflicting: sent twice', '', '']);
});

test('one stratum alone leaves the rows of the others out', () => {
  const found = input([visits(8)], { strata: ['equipment', 'position'], only: 'filler-02 · nozzle-3' });
  expect([found.obs.n, found.id(0), found.id(1)]).toEqual([2, 'CELL-003', 'CELL-007']);
  expect(found.obs.stream!(0)).toBe('filler-02 · nozzle-3');
});

test('a stratum is called by the names of its values, and chosen by them as by its ids', () => {
  const frame = visits(8);
  const named = {
    ...frame,
    fields: frame.fields.map((f) =>
      f.name === 'equipment'
        ? {
            ...f,
            config: {
              mappings: [
                { type: MappingType.ValueToText as const, options: { 'filler-02': { text: 'Filler 2', index: 0 } } },
              ],
            },
          }
        : f
    ),
  };
  for (const only of ['Filler 2 · nozzle-3', 'filler-02 · nozzle-3']) {
    const found = input([named], { strata: ['equipment', 'position'], only });
    expect([found.obs.n, found.obs.stream!(0)]).toEqual([2, 'Filler 2 · nozzle-3']);
  }
});

test('limits of another characteristic are not taken', () => {
  const found = input([visits(1), planOf({ characteristic: ['leak'] })]);
  expect(limitOf(found.limits, 0)).toBe(-1);
});

test('fillers that the plan gives limits of their own are streams of their own, unless the user says otherwise', () => {
  const plan = planOf({ stratum: ['equipment=filler-01', 'equipment=filler-02'], centre: [800, 801] });
  expect(input([visits(2), plan]).obs.stream!(0)).toBe('filler-02');
  expect(input([visits(2), plan], { splitByLimits: false }).obs.stream).toBeNull();
});

test('columns are told apart as a panel means them: streams by their values, phases by name and only where they change', () => {
  const found = input([visits(2, { product: ['a', 'b'] })]);
  expect([0, 1].map(found.labels(['position'])!)).toEqual(['nozzle-1', 'nozzle-2']);
  expect([0, 1].map(found.labels(['product', 'recipe'], true)!)).toEqual(['product a', 'product b']);
  expect([found.labels(['lane']), found.labels(['equipment'], true)]).toEqual([null, null]);
});
