import { type Missing } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';
import { defaults } from '../defaults';
import { planOf, tableOf, visits } from '@cellthread/panelkit/testing';
import { type ChartInput } from './ChartInput';
import { readChartInput } from './readChartInput';

const read = (series: DataFrame[], options: Partial<ControlChartOptions> = {}) =>
  readChartInput(series, { ...defaults, ...options });
const input = (series: DataFrame[], options: Partial<ControlChartOptions> = {}) => read(series, options) as ChartInput;

test('a planned chart that the panel does not draw is named beside the single values', () => {
  const plan = { ...planOf(), meta: { custom: { charting: { fill_mass: { chart: 't2' } } } } };
  const found = input([visits(3), plan]);
  expect([found.charting.chart, found.notes]).toEqual([
    'i-mr',
    ['The control plan charts fill_mass as t2, which is not drawn here: these are single values.'],
  ]);
});

test.each<[string, DataFrame[], Partial<ControlChartOptions>, string]>([
  [
    'no number column',
    [tableOf('t', { time: [1], name: ['a'] })],
    {},
    'A control chart needs a number column with the measured values.',
  ],
  [
    'a column of subgroups that is not there',
    [visits(3)],
    { chart: 'xbar-r', subgroupBy: ['lane'] },
    'There is no column "lane" to group by.',
  ],
])('%s is said in a sentence', (_, series, options, sentence) => {
  expect((read(series, options) as Missing).title).toBe(sentence);
});

const counting = (chart: string) => ({ ...planOf(), meta: { custom: { charting: { fill_mass: { chart } } } } });

test('what the plan counts is what fails its spec, in windows of an hour, and has no spec of its own', () => {
  const { obs, limits, written } = input([visits(3), counting('p')]);
  expect(Array.from(obs.value).every((v) => v === 0 || v === 1)).toBe(true);
  expect(obs.subgroup!(0)).toBe(obs.subgroup!(1));
  expect(input([visits(3), counting('p')]).charting.subgroupSize).toBe(0);
  expect(limits.rows[0]).toMatchObject({ lsl: null, usl: null });
  expect(written.config.unit).toBe('percentunit');
});

test('a measured value without a spec has not failed, nor passed', () => {
  const found = input([tableOf('t', { time: [1, 2, 3], mass: [800, 1, 0] })], { chart: 'p' });
  expect(Array.from(found.obs.value)).toEqual([NaN, 1, 0]);
});

test('a share has no limits of what is measured, nor what is measured of a share', () => {
  expect(input([visits(3), counting('i-mr')], { chart: 'p' }).limits.rows[0]).toMatchObject({ centre: null });
  expect(input([visits(3), counting('p')], { chart: 'i-mr' }).limits.rows[0]).toMatchObject({ centre: null, lsl: 797 });
  expect(input([visits(3), counting('p')]).limits.rows[0]!.centre).not.toBeNull();
});

test('defects are counted as they are, and written as numbers', () => {
  const { obs, written } = input([visits(3), counting('u')]);
  expect(Array.from(obs.value)).toEqual(Array.from(input([visits(3), planOf()]).obs.value));
  expect(written.config.unit).toBe('none');
});

test('samples of any table state how many were inspected; a column of it that is not there is named', () => {
  const table = tableOf('t', { time: [1, 2], failed: [3, 1], inspected: [50, 40] });
  const found = input([table], { chart: 'p', unitsField: 'inspected' });
  expect([Array.from(found.obs.value), Array.from(found.obs.units!)]).toEqual([
    [3, 1],
    [50, 40],
  ]);
  expect((read([table], { chart: 'p', unitsField: 'n' }) as Missing).title).toBe(
    'There is no number column "n" that says how many were inspected.'
  );
});

test('with the baseline chosen the plan’s control limits go and its spec limits stay', () => {
  const found = input([visits(1), planOf()], { limitsFrom: 'baseline' });
  expect(found.limits.rows[0]).toMatchObject({ lsl: 797, usl: 803, centre: null, sigmaWithin: null });
});

test('limits of their own part the streams only where they are drawn', () => {
  const plan = planOf({ stratum: ['equipment=filler-01', 'equipment=filler-02'], centre: [800, 801] });
  expect(input([visits(2), plan]).obs.stream!(0)).toBe('filler-02');
  expect(input([visits(2), plan], { limitsFrom: 'baseline' }).obs.stream).toBeNull();
});

test('subgroups share the plan’s columns, and a phase ends where its columns change', () => {
  const plan = {
    ...planOf(),
    meta: { custom: { charting: { fill_mass: { chart: 'xbar-r', subgroupBy: ['position'] } } } },
  };
  const { obs } = input([visits(2, { product: ['a', 'b'] }), plan]);
  expect([0, 1].map(obs.subgroup!)).toEqual(['nozzle-1', 'nozzle-2']);
  expect([0, 1].map(obs.phase!)).toEqual(['product a', 'product b']);
});
