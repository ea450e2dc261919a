import '@testing-library/jest-dom';
import { dateTime, EventBusSrv, type DataFrame, LoadingState, type PanelProps } from '@grafana/data';
import { act, render, screen, waitFor } from '@testing-library/react';
import { type ControlChartOptions } from './ControlChartOptions';
import { ControlChartPanel } from './ControlChartPanel';
import { defaults } from './defaults';
import { planOf, tableOf, visits } from '@cellthread/panelkit/testing';

function propsOf(series: DataFrame[], options: Partial<ControlChartOptions> = {}): PanelProps<ControlChartOptions> {
  const [from, to] = [dateTime('2026-11-22T06:00:00Z'), dateTime('2026-11-22T07:00:00Z')];
  const timeRange = { from, to, raw: { from, to } };
  return {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    width: 800,
    height: 400,
    timeZone: 'utc',
    timeRange,
    data: { state: LoadingState.Done, series, timeRange },
    options: { ...defaults, ...options },
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: new EventBusSrv(),
    replaceVariables: (text: string) => text,
    onChangeTimeRange: () => undefined,
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
  };
}

/** Capability is loaded after the first drawing. */
afterEach(() => act(async () => {}));

test('without data the panel says so instead of drawing', () => {
  render(<ControlChartPanel {...propsOf([])} />);
  expect(screen.getByRole('status')).toHaveTextContent('No data');
});

test('a query that failed says so and why, and never that there is nothing', () => {
  const props = propsOf([]);
  const error = { message: 'InfluxDB at http://db:8086 does not answer' };
  render(<ControlChartPanel {...props} data={{ ...props.data, state: LoadingState.Error, errors: [error] }} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Cannot be readInfluxDB at http://db:8086 does not answer');
  expect(screen.queryByText(/No data|No rows/)).not.toBeInTheDocument();
});

test('a query that still runs is not an empty one', () => {
  const props = propsOf([]);
  render(<ControlChartPanel {...props} data={{ ...props.data, state: LoadingState.Loading }} />);
  expect(screen.getByRole('status')).toHaveTextContent('Reading …');
});

test('a missing column is named, and what the data has', () => {
  render(<ControlChartPanel {...propsOf([tableOf('t', { time: [1], name: ['a'] })])} />);
  expect(screen.getByRole('status')).toHaveTextContent(
    /needs a number column.*The data has: time \(time\), name \(text\)/
  );
});

test('a chart is a group with a name, a strip of statistics and a legend', () => {
  render(<ControlChartPanel {...propsOf([visits(30), planOf()])} />);
  expect(screen.getByRole('group', { name: /Control chart of fill_mass/ })).toHaveAttribute('tabindex', '0');
  expect(screen.getByLabelText('Statistics')).toHaveTextContent('Limitsapproved, revision 3');
  expect(screen.getByText('control limits')).toBeInTheDocument();
});

test('those who do not see the chart are told its signals', () => {
  const fill = Array.from({ length: 30 }, (_, i) => (i === 20 ? 806 : 800 + (i % 2 ? 0.5 : -0.5)));
  render(<ControlChartPanel {...propsOf([visits(30, { fill_mass: fill }), planOf()])} />);
  expect(screen.getByText(/Individuals point 21 CELL-021: Rule N1 \(high\)/)).toBeInTheDocument();
});

test('subgroups that still fill have their cells out of spec counted, and the plan’s limits are not denied', () => {
  const fill = [800.2, 812.9, 799.5, 830];
  const four = visits(4, { fill_mass: fill });
  render(
    <ControlChartPanel {...propsOf([four, planOf()], { chart: 'xbar-r', subgroupBy: ['position'], subgroupSize: 5 })} />
  );
  expect(screen.getByLabelText('Statistics')).toHaveTextContent(/Out of spec2.*Limitsapproved, revision 3/);
  expect(screen.getByText(/0 points and 4 still filling, 0 with signals, 2 out of spec/)).toBeInTheDocument();
  expect(screen.queryByText(/no control limits/)).not.toBeInTheDocument();
});

const planned = (chart: string): DataFrame => ({
  ...planOf(),
  meta: { custom: { charting: { fill_mass: { chart, subgroupBy: ['position'], subgroupN: 5 } } } },
});

test('the chart is the one that the control plan states', () => {
  render(<ControlChartPanel {...propsOf([visits(40), planned('xbar-r')])} />);
  expect(screen.getByText(/8 points/, { selector: 'p' })).toBeInTheDocument();
});

test.each([
  [{ status: ['retired'] }, /revision 3, were retired\. Provisional: estimated from a baseline/],
  [{ model: ['lognormal'] }, /revision 3, are of a lognormal model, which this chart does not draw, so none are drawn/],
  [{ model: ['laney'] }, /are of a laney model/],
])('limits that cannot be used are named, never drawn as they are not: %j', (over, sentence) => {
  render(<ControlChartPanel {...propsOf([visits(30), planOf(over)])} />);
  expect(screen.getByText(sentence, { selector: 'p' })).toBeInTheDocument();
  expect(screen.queryByText('control limits')).not.toBeInTheDocument();
});

test('provisional limits are called so in strip and legend', () => {
  render(<ControlChartPanel {...propsOf([visits(30)])} />);
  expect(screen.getByLabelText('Statistics')).toHaveTextContent('provisional, baseline 30 points');
  expect(screen.getByText('control limits (provisional)')).toBeInTheDocument();
});

test('provisional limits stay where they are when other data of the same query is loaded', () => {
  const later = Array.from({ length: 30 }, (_, i) => 850 + (i % 2 ? 0.5 : -0.5));
  const { rerender } = render(<ControlChartPanel {...propsOf([visits(30)])} />);
  const before = screen.getByLabelText('Statistics').textContent!.match(/Control limits[^L]*/)![0];
  rerender(<ControlChartPanel {...propsOf([visits(30, { fill_mass: later })])} />);
  expect(screen.getByLabelText('Statistics')).toHaveTextContent(before);
});

test('several streams are named in the legend, and the worst of them above the chart', () => {
  const fill = Array.from({ length: 40 }, (_, i) => (i % 4 === 3 && i > 20 ? 796 : 800 + (i % 8 < 4 ? 0.3 : -0.3)));
  render(<ControlChartPanel {...propsOf([visits(40, { fill_mass: fill }), planOf()], { strata: ['position'] })} />);
  expect(screen.getByText('nozzle-1')).toBeInTheDocument();
  expect(screen.getByLabelText('Statistics')).toHaveTextContent(/Streams4.*Most signalsnozzle-4/);
});

test('capability follows the first drawing', async () => {
  render(<ControlChartPanel {...propsOf([visits(30), planOf()])} />);
  expect(screen.getByLabelText('Statistics')).toHaveTextContent('Cpk…');
  await waitFor(() => expect(screen.getByLabelText('Statistics')).toHaveTextContent(/Cpk\d/));
});

test('of many points the limits are told first, and what has to be counted follows', async () => {
  const n = 25_000;
  const fill = Array.from({ length: n }, (_, i) => (i === 20 ? 806 : 800 + (i % 2 ? 0.5 : -0.5)));
  const visit = visits(n, { fill_mass: fill, cell_id: fill.map((_, i) => `C${i}`) });
  render(<ControlChartPanel {...propsOf([visit, planOf()])} />);
  expect(screen.getByLabelText('Statistics')).toHaveTextContent(/Signals….*Limitsapproved, revision 3/);
  expect(screen.getByText(/Individuals point 21 C20: Rule N1 \(high\)/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText('Statistics')).toHaveTextContent('n25,000'), { timeout: 25_000 });
  expect(screen.getByLabelText('Statistics')).not.toHaveTextContent('Signals…');
}, 30_000);

test('a stream that is not in the data is named, and which there are', () => {
  render(<ControlChartPanel {...propsOf([visits(8)], { strata: ['position'], only: 'nozzle-9' })} />);
  expect(screen.getByRole('status')).toHaveTextContent(
    /Nothing is called "nozzle-9".*nozzle-1, nozzle-2, nozzle-3, nozzle-4/
  );
});

test('a column without a single number says what to do', () => {
  render(<ControlChartPanel {...propsOf([visits(2, { fill_mass: [NaN, NaN] })], { valueField: 'fill_mass' })} />);
  expect(screen.getByRole('status')).toHaveTextContent(/No values of fill_mass.*Choose another value/);
});
