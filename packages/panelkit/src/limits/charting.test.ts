import { type DataFrame } from '@grafana/data';
import { type ChartingOptions, chartingOf } from './charting';

const defaults: ChartingOptions = { chart: 'plan', rulesFrom: 'plan', rules: ['N1', 'N5'], subgroupBy: [] };

const stated = {
  chart: 'xbar-r',
  rules: ['N1', 'N2'],
  subgroupBy: ['equipment', 'position'],
  subgroupN: 5,
  maxGapS: 600,
};
const limits = (custom: unknown): DataFrame[] => [
  { name: 'limits', fields: [], length: 0, meta: { custom: custom as never } },
];
const columns = new Set(['time', 'cell_id', 'equipment', 'position', 'carrier', 'fill_mass']);
const charting = (custom: unknown, options: Partial<ChartingOptions> = {}) =>
  chartingOf(limits(custom), 'fill_mass', columns, { ...defaults, ...options });

test('what the panel leaves open is charted as the plan says', () => {
  expect(charting({ charting: { fill_mass: stated } })).toEqual({
    chart: 'xbar-r',
    notDrawn: '',
    planned: 'xbar-r',
    rules: ['N1', 'N2'],
    subgroupBy: ['equipment', 'position'],
    subgroupSize: 5,
    maxGap: 600_000,
  });
});

test('what the panel states stands before the plan', () => {
  const own = {
    chart: 'i-mr',
    rulesFrom: 'panel',
    rules: ['N1'],
    subgroupBy: ['carrier'],
    subgroupSize: 0,
    maxGap: 5,
  } as const;
  expect(charting({ charting: { fill_mass: stated } }, { ...own, rules: ['N1'], subgroupBy: ['carrier'] })).toEqual({
    chart: 'i-mr',
    notDrawn: '',
    planned: 'xbar-r',
    rules: ['N1'],
    subgroupBy: ['carrier'],
    subgroupSize: 0,
    maxGap: 300_000,
  });
});

test('a size that the panel states stands before the plan’s, of the plan’s own subgroups too', () => {
  expect(charting({ charting: { fill_mass: stated } }, { subgroupSize: 12 })).toMatchObject({
    subgroupBy: ['equipment', 'position'],
    subgroupSize: 12,
  });
});

test('without a plan, or of another characteristic, the usual holds', () => {
  for (const custom of [undefined, {}, { charting: { fill_vacuum: stated } }]) {
    expect(charting(custom)).toEqual({
      chart: 'i-mr',
      notDrawn: '',
      planned: '',
      rules: defaults.rules,
      subgroupBy: [],
      subgroupSize: 5,
      maxGap: 30 * 60_000,
    });
  }
});

test('a subgroup key that the query did not bring parts nothing', () => {
  const custom = { charting: { fill_mass: { ...stated, subgroupBy: ['lane', 'position'] } } };
  expect(charting(custom).subgroupBy).toEqual(['position']);
  const none = { charting: { fill_mass: { ...stated, subgroupBy: ['lane'] } } };
  expect(charting(none)).toMatchObject({ subgroupBy: [], subgroupSize: 5 });
});

test('a subgroup whose size the plan leaves open is what shares its keys', () => {
  const custom = { charting: { fill_mass: { subgroupBy: ['carrier'] } } };
  expect(charting(custom)).toMatchObject({ subgroupBy: ['carrier'], subgroupSize: 0 });
});

test('a planned chart that is not drawn from single values is named, and single values are drawn', () => {
  expect(charting({ charting: { fill_mass: { chart: 't2' } } })).toMatchObject({ chart: 'i-mr', notDrawn: 't2' });
});

test('a size of 1 is of no subgroup: all that share the keys where the plan charts their means, else the usual', () => {
  const of = (chart: string) => charting({ charting: { fill_mass: { chart, subgroupBy: ['carrier'], subgroupN: 1 } } });
  expect([of('i-mr-s').subgroupSize, of('i-mr').subgroupSize]).toEqual([0, 5]);
});
