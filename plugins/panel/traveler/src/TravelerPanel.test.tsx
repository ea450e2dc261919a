import '@testing-library/jest-dom';
import { dateTime, EventBusSrv, type DataFrame, LoadingState, type PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { defaults } from './defaults';
import { cell, emptyFrames, travelerFrames } from './testing/travelerFrames';
import { type TravelerOptions } from './TravelerOptions';
import { TravelerPanel } from './TravelerPanel';

function show(series: DataFrame[], over: Partial<PanelProps<TravelerOptions>> = {}) {
  const [from, to] = [dateTime(0), dateTime(1)];
  const timeRange = { from, to, raw: { from, to } };
  const props: PanelProps<TravelerOptions> = {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    width: 1200,
    height: 800,
    timeZone: 'utc',
    timeRange,
    data: { state: LoadingState.Done, series, timeRange },
    options: defaults,
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: new EventBusSrv(),
    replaceVariables: (text) => text,
    onChangeTimeRange: () => undefined,
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    ...over,
  };
  return render(<TravelerPanel {...props} />);
}

test('the record has a header with verdict and disposition, and all its parts', () => {
  show(travelerFrames());
  expect(screen.getByRole('heading', { name: cell })).toBeInTheDocument();
  expect(screen.getByRole('banner')).toHaveTextContent(/ok.*hold.*6 visits, 1 rework/);
  for (const name of ['Route', 'Measured', 'Materials and origin', 'Environment', 'Events']) {
    expect(screen.getByRole('region', { name })).toBeInTheDocument();
  }
});

test('a value out of spec says so in words, and its bar tells limits and peers', () => {
  show(travelerFrames());
  expect(screen.getByText('out of spec', { exact: false, selector: 'td span' })).toBeInTheDocument();
  expect(
    screen.getByRole('img', { name: /795.1 g, out of spec, spec 797 g to 803 g; its peers 800 g ± 0.7 g/ })
  ).toBeInTheDocument();
});

test('a text is shown as it is, without a bar, a verdict or the word missing', () => {
  show(travelerFrames());
  const row = screen.getByRole('row', { name: /Code on the seal/ });
  expect(within(row).getAllByRole('cell')[0]).toHaveTextContent(/^B-77$/);
  expect(within(row).queryByRole('img')).not.toBeInTheDocument();
});

test('what is to be known of control limits is said once for all values that share it', () => {
  show(travelerFrames());
  const measured = screen.getByRole('region', { name: 'Measured' });
  expect(measured).toHaveTextContent('Control limits of Electrolyte mass are provisional.');
  expect(measured).toHaveTextContent('Control limits of Leak rate are retired: nothing is drawn or judged by them.');
});

test('a visit chosen on the route narrows what was measured there, and back', () => {
  show(travelerFrames());
  const measured = () => within(screen.getByRole('region', { name: 'Measured' })).queryAllByRole('link');
  expect(measured()).toHaveLength(4);
  fireEvent.click(screen.getByRole('button', { name: /filling nok/ }));
  expect(measured()).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Show all visits' }));
  expect(measured()).toHaveLength(4);
});

test('a quantity of material keeps the unit in which it was reported', () => {
  show(travelerFrames());
  expect(screen.getByRole('region', { name: 'Materials and origin' })).toHaveTextContent(
    '24 m · lane-2 · 812.4 to 815.1 m'
  );
});

test('rework, retest and superseded visits are named', () => {
  show(travelerFrames());
  const route = screen.getByRole('region', { name: 'Route' });
  expect(route).toHaveTextContent('superseded by a later message');
  expect(route).toHaveTextContent('came back (rework)');
  expect(route).toHaveTextContent('again at the same station (retest)');
});

test('a characteristic leads to its chart around the visit, inside the application', () => {
  show(travelerFrames());
  fireEvent.click(screen.getAllByRole('link', { name: 'Electrolyte mass' })[0]!);
  const { pathname, search } = locationService.getLocation();
  expect(pathname).toBe('/d/cellthread-characteristic');
  expect(search).toContain('var-station=filling&var-characteristic=fill_mass&from=');
});

test('a cell that does not exist is told', () => {
  show(emptyFrames('No cell X was found.'));
  expect(screen.getByRole('status')).toHaveTextContent('No such cellNo cell X was found.');
});

test('a look-up that failed says so, and does not ask for a cell', () => {
  const failed = { state: LoadingState.Error, series: [], errors: [{ message: 'InfluxDB does not answer' }] };
  show([], { data: { ...failed, timeRange: { from: dateTime(0), to: dateTime(1), raw: { from: '0', to: '1' } } } });
  expect(screen.getByRole('alert')).toHaveTextContent('Cannot be readInfluxDB does not answer');
  expect(screen.queryByText(/Choose a cell/)).not.toBeInTheDocument();
});

test('what the data does not have is named once, and takes no room', () => {
  show(travelerFrames().slice(0, 3));
  expect(screen.getByText('Not in the data: genealogy, environment, events.')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Events' })).not.toBeInTheDocument();
});

/** The frames with what the datasource says of names and types beside them. */
function named(value: number): DataFrame[] {
  const custom = {
    stations: { filling: 'Electrolyte filling', leak_test: 'Leak test' },
    sites: { de1: 'Dresden' },
    lines: { l1: 'First line' },
    equipment: { 'filler-02': 'Filler 2' },
    products: { 'lfp-202': 'LFP 202 Ah' },
    booleans: { leak_test: ['leak_rate'] },
  };
  return travelerFrames().map((frame, i) => ({
    ...frame,
    meta: i === 0 ? { custom } : undefined,
    fields: frame.fields.map((f) =>
      frame.name !== 'characteristics' || !['value', 'lsl', 'usl', 'verdict'].includes(f.name)
        ? f
        : {
            ...f,
            values: f.values.map((v, row) => (row === 2 ? { value, lsl: 1, usl: null, verdict: '' }[f.name] : v)),
          }
    ),
  }));
}

test('stations, places and products are called by their names; the ids stand in the tooltips', () => {
  show(named(1));
  const banner = screen.getByRole('banner');
  expect(banner).toHaveTextContent(/Product.*LFP 202 Ah.*Site.*Dresden · First line.*Now at.*Leak test/);
  expect(within(banner).getByTitle('de1 · l1')).toBeInTheDocument();
  const route = screen.getByRole('region', { name: 'Route' });
  within(route)
    .getAllByTitle('filler-02')
    .forEach((place) => expect(place).toHaveTextContent(/ · Filler 2$/));
  for (const name of ['Route', 'Measured', 'Environment', 'Events']) {
    const region = screen.getByRole('region', { name });
    expect(region).toHaveTextContent('Electrolyte filling');
    expect(within(region).getAllByTitle(/^filling\b/).length).toBeGreaterThan(0);
  }
});

test.each([
  [1, /^pass$/],
  [0, /^fail out of spec$/],
])('a yes or no that has to be a yes reads as a word: %s', (value, word) => {
  show(named(value));
  const row = screen.getByRole('row', { name: /Leak rate/ });
  expect(within(row).getAllByRole('cell')[0]).toHaveTextContent(word);
  expect(row).not.toHaveTextContent('≥');
  expect(within(row).queryByRole('img')).not.toBeInTheDocument();
});
