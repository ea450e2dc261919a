import { buildControlChart, buildScene, pointAt } from '@cellthread/chart';
import { formatters } from '@cellthread/panelkit';
import { createTheme } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';
import { defaults } from '../defaults';
import { type ChartInput } from '../read/ChartInput';
import { readChartInput } from '../read/readChartInput';
import { planOf, visits } from '@cellthread/panelkit/testing';
import { statistics } from './statistics';
import { tooltipContent } from './tooltipContent';
import { type Charted } from './useControlChart';

function chartOf(series: Parameters<typeof readChartInput>[0], over: Partial<ControlChartOptions> = {}): Charted {
  const options = { ...defaults, ...over };
  const input = readChartInput(series, options) as ChartInput;
  const chart = buildControlChart(input.obs, input.limits, {
    chart: input.charting.chart,
    xAxis: 'order',
    maxGap: 30 * 60_000,
    subgroupSize: options.subgroupSize || null,
    rules: options.rules,
    baseline: { kind: 'first', points: 20 },
    reported: input.reported,
  });
  return { input, chart, time: false };
}
function told(charted: Charted, entry: number, plot = 0): string[] {
  const scene = buildScene(
    charted.chart.model,
    plot,
    { from: 0.5, to: 50.5, width: 500 },
    { zones: false, spec: true }
  );
  const format = formatters(charted.input.value, createTheme(), 'utc');
  const content = tooltipContent(charted, pointAt(charted.chart.model, scene, plot, entry)!, format);
  return [
    content.title,
    ...content.rows.map((r) => `${r.label}: ${r.value}`),
    ...content.signals.map((s) => `! ${s.title}: ${s.detail}`),
    ...content.more.map((r) => `${r.label}: ${r.value}`),
  ];
}
const values = (n: number, at: Record<number, number | null>) =>
  Array.from({ length: n }, (_, i) => (i in at ? at[i]! : 800 + (i % 2 ? 0.5 : -0.5)));

test('a point outside its limits names cell, place, limits and the rule that spoke', () => {
  const charted = chartOf([visits(12, { fill_mass: values(12, { 11: 803.5 }) }), planOf()]);
  expect(told(charted, 11)).toEqual([
    'CELL-012',
    'fill_mass: 804', // no decimals chosen: three digits count
    'Moving range: 4',
    'Control limits: 798 … 802',
    'Spec limits: 797 … 803',
    'Time: 2026-11-22 06:11:00',
    '! Rule N1 (high): 1 point beyond a control limit; point 12',
    '! Out of spec: above the upper spec limit 803',
    '! Moving range: Rule N1 (high): 1 point beyond a control limit; point 12',
    'Point: 12',
    'equipment: filler-02',
    'position: nozzle-4',
    'product: lfp-202',
  ]);
});

test('a pattern says which points make it', () => {
  const charted = chartOf(
    [visits(12, { fill_mass: values(12, { 3: 800.6, 4: 800.7, 5: 800.8, 6: 800.9, 7: 801, 8: 801.1 }) }), planOf()],
    {
      rules: ['N3'],
    }
  );
  expect(told(charted, 8)).toContain('! Rule N3 (high): 6 points in a row rising or falling; points 4 to 9 make it');
});

test('an excluded visit says why it takes no part', () => {
  const runs = ['production', 'master', 'production'];
  const charted = chartOf([visits(3, { run_type: runs }), planOf()]);
  expect(told(charted, 1)).toEqual(expect.arrayContaining(['CELL-002', '! Takes no part: run type master']));
});

test('a subgroup names its key, its values and their time', () => {
  const carriers = ['T1', 'T1', 'T1', 'T2', 'T2', 'T2'];
  const fill = [800, 801, null, 799, 800, 801];
  const charted = chartOf([visits(6, { carrier: carriers, fill_mass: fill }), planOf()], {
    chart: 'xbar-r',
    subgroupBy: ['carrier'],
    subgroupSize: 0,
  });
  expect(told(charted, 0)).toEqual(
    expect.arrayContaining(['T1', 'Range within subgroup: 1', 'Values: 2 (1 missing)', 'carrier: T1'])
  );
});

test('the strip states where the limits come from and what chance alone would signal', () => {
  const frozen = chartOf([visits(30), planOf()]);
  const format = formatters(frozen.input.value, createTheme(), 'utc');
  const line = (charted: Charted) =>
    statistics(charted.chart.reports[0]!, format, { judged: true, capability: null }).map(
      (i) => `${i.label} ${i.value}`
    );
  expect(line(frozen)).toEqual(expect.arrayContaining(['n 30', 'Limits approved, revision 3', 'Out of spec 0']));
  expect(line(chartOf([visits(30)]))).toContain('Limits provisional, baseline 20 points');
  expect(line(chartOf([visits(3)]))).toContain('Limits none');
  expect(line(frozen).find((l) => l.startsWith('Signals'))).toMatch(/^Signals 0 \(0\.00 %, by chance [12]\.\d %\)$/);
});

test('a subgroup tells of its cell out of spec, and links lead to that cell', () => {
  const fill = Array.from({ length: 10 }, (_, i) => (i === 6 ? 804 : 800 + (i % 2 ? 0.5 : -0.5)));
  const charted = chartOf([visits(10, { fill_mass: fill }), planOf()], { chart: 'xbar-r', subgroupSize: 5 });
  const scene = buildScene(charted.chart.model, 0, { from: 0, to: 11, width: 800 }, { zones: true, spec: true });
  const at = pointAt(charted.chart.model, scene, 0, 1)!;
  expect(charted.input.id(at.about)).toBe('CELL-007');
  const { signals } = tooltipContent(charted, at, formatters(charted.input.value, createTheme(), 'utc'));
  expect(signals.find(({ kind }) => kind === 'out-of-spec')).toMatchObject({
    title: 'Out of spec',
    detail: 'CELL-007: 804, above the upper spec limit 803',
  });
});
