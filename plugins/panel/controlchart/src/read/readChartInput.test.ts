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
  const plan = { ...planOf(), meta: { custom: { charting: { fill_mass: { chart: 'ewma' } } } } };
  const found = input([visits(3), plan]);
  expect([found.charting.chart, found.notes]).toEqual([
    'i-mr',
    ['The control plan charts fill_mass as ewma, which is not drawn here: these are single values.'],
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
    'a verdict that the plan counts',
    [visits(3), { ...planOf(), meta: { custom: { charting: { fill_mass: { chart: 'p' } } } } }],
    {},
    'fill_mass is counted, not measured',
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

test('what the plan counts is called by its name', () => {
  const frame = visits(3);
  const fields = frame.fields.map((f) => (f.name === 'fill_mass' ? { ...f, config: { displayName: 'Filled' } } : f));
  const counted = { ...planOf(), meta: { custom: { charting: { fill_mass: { chart: 'p' } } } } };
  expect((read([{ ...frame, fields }, counted]) as Missing).title).toBe('Filled is counted, not measured');
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
