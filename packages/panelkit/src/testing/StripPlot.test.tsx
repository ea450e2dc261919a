import { painted } from './jsdomPlot';
import '@testing-library/jest-dom';
import { type DataFrame, dateTime, EventBusSrv, LoadingState, type PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { stripDefaults, type StripOptions, StripPlot } from './StripPlot';
import { planOf, tableOf, visits } from './visitsFrame';

/** The panel as the host shows it, once it is drawn: eight cells of four nozzles, unless other tables are given. */
function show(options: Partial<StripOptions> = {}, series: DataFrame[] = [visits(8), planOf()], failed?: string) {
  const [from, to] = [dateTime('2026-11-22T06:00:00Z'), dateTime('2026-11-22T07:00:00Z')];
  const timeRange = { from, to, raw: { from, to } };
  const state = failed ? LoadingState.Error : LoadingState.Done;
  const errors = failed ? [{ message: failed }] : [];
  const props: PanelProps<StripOptions> = {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    width: 600,
    height: 400,
    timeZone: 'utc',
    timeRange,
    data: { state, series, timeRange, errors },
    options: { ...stripDefaults, strata: ['position'], ...options },
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: new EventBusSrv(),
    replaceVariables: (text) => text,
    onChangeTimeRange: () => undefined,
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
  };
  return painted('arc', () => void render(<StripPlot {...props} />));
}

/** Does something, and lets the plot and its tooltip follow. */
const then = (work: () => void) => act(async () => void (await painted('arc', work)));

const press = (key: string) =>
  then(() => fireEvent.keyDown(screen.getByRole('group', { name: /Strips of fill_mass/ }), { key }));

/** Clicks on the point that a key leads to. */
async function click(key: string) {
  const over = document.querySelector('.u-over')!;
  let at: MouseEventInit = {};
  over.addEventListener('mousemove', (e) => (at = e as MouseEvent), { once: true });
  await press(key);
  const mouse = { clientX: at.clientX, clientY: at.clientY, bubbles: true };
  await then(() =>
    ['mousedown', 'mouseup', 'click'].forEach((type) => over.dispatchEvent(new MouseEvent(type, mouse)))
  );
}

const tooltip = () => screen.findByTestId('cellthread-tooltip');
const label = (text: string) => screen.queryByText(text, { selector: 'button' });

test('every cell is a dot of its strip, however many there are', async () => {
  expect(await show()).toBe(8);
  expect(await show({}, [visits(400), planOf()])).toBe(400);
});

test('the keyboard goes from cell to cell, and the tooltip tells value, limits, time and place', async () => {
  await show();
  await press('Home');
  expect(await tooltip()).toHaveTextContent(
    /CELL-001.*fill_mass800.*Spec limits797 … 803.*Time2026-11-22 06:00:00.*positionnozzle-1/
  );
  await press('ArrowRight');
  expect(await screen.findByText('CELL-005')).toBeInTheDocument();
});

test('what the datasource reports of a cell is marked, and N leads to it', async () => {
  const at = (i: number) => Date.UTC(2026, 10, 22, 6) + i * 60_000;
  const signals = tableOf('point-signals', {
    time: [at(2)],
    cell_id: ['CELL-003'],
    characteristic: ['fill_mass'],
    rule: ['conflicting'],
    detail: ['sent twice'],
  });
  await show({}, [visits(8), planOf(), signals]);
  expect(label('▼ reported')).toBeInTheDocument();
  await press('n');
  expect(await tooltip()).toHaveTextContent(/CELL-003.*Reported by the datasource.*conflicting: sent twice/);
});

test('the legend names strips and limits, and shows one strip alone and all again', async () => {
  await show();
  expect(label('spec limits')).toBeInTheDocument();
  await then(() => fireEvent.click(label('nozzle-2')!));
  await press('End');
  expect(await tooltip()).toHaveTextContent('CELL-006');
  await then(() => fireEvent.click(label('nozzle-2')!));
  await press('End');
  expect(await screen.findByText('CELL-008')).toBeInTheDocument();
});

test('a visit that takes no part is hollow and says why', async () => {
  await show({}, [visits(8, { run_type: Array.from({ length: 8 }, (_, i) => (i === 0 ? 'master' : 'production')) })]);
  expect(label('○ excluded')).toBeInTheDocument();
  await press('Home');
  expect(await tooltip()).toHaveTextContent(/CELL-001.*Takes no part.*run type master/);
});

test('a click may leave a cell out of what is counted, and take it back in', async () => {
  await show({ leaveOut: true });
  await click('Home');
  expect(label('○ excluded')).toBeInTheDocument();
  await press('Home');
  expect(await screen.findByText('left out by hand')).toBeInTheDocument();
  await click('Home');
  expect(label('○ excluded')).not.toBeInTheDocument();
});

test('a click leads to the traveler of the cell', async () => {
  await show();
  await click('End');
  expect(locationService.getLocation().pathname).toBe('/d/cellthread-cell');
  expect(locationService.getLocation().search).toContain('var-cell=CELL-008');
});

test('what is missing, and a query that failed, is said in place of a drawing', async () => {
  await show({ valueField: 'leak' });
  expect(screen.getByRole('status')).toHaveTextContent('There is no number column "leak" to be charted.');
  await show({}, [], 'InfluxDB does not answer');
  expect(screen.getByRole('alert')).toHaveTextContent('Cannot be readInfluxDB does not answer');
});
