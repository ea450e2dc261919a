import { CoreApp } from '@grafana/data';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cells } from '../kinds/cells/cells';
import { signals } from '../kinds/signals/signals';
import { visits } from '../kinds/visits/visits';
import { giveElementsASize, pick, shows, typeInto } from '../testing/fields';
import { editQuery } from '../testing/QueryHarness';

beforeAll(giveElementsASize);
jest.setTimeout(60_000); // many fields, one slow machine

const fresh = ({ id, defaults }: { id: string; defaults: object }) => ({ ...defaults, queryType: id });
const button = (name: string | RegExp) => userEvent.click(screen.getByText(name, { selector: 'button *' }));

describe('the editor writes the stored form of', () => {
  it('visits', async () => {
    const edited = editQuery(fresh(visits));
    await pick('Station', /^Filling/);
    await pick('Characteristics', /^Fill mass/);
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'visits',
      station: 'filling',
      characteristics: ['fill_mass'],
      visits: 'first',
      runTypes: ['production'],
      strata: ['equipment', 'position'],
      include: ['limits', 'signals'],
      filters: [],
    });
    expect(edited.runs).toBe(2);
  });

  it('cells', async () => {
    const edited = editQuery(fresh(cells));
    await pick('Anchor', /^End of line/);
    await pick('Visits', /^last/);
    await button('Column');
    await pick('Station of the column', /^Filling/);
    await pick('Column', /^Fill mass/);
    await button('Column');
    await pick('Station of the column', /^End of line/, 1);
    await pick('Column', /^AC resistance/, 1);
    await button('Column');
    await pick('Source', /^environment/, 2);
    await pick('Station of the column', /^Filling/, 2);
    await pick('Column', 'dew_point', 2);
    await userEvent.type(screen.getByLabelText('Oldest reading'), '10m{Enter}');
    await button('Column');
    await pick('Source', /^machine state/, 3);
    await pick('Column', 'program', 3);
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'cells',
      anchor: 'eol',
      join: 'left',
      visits: 'last',
      runTypes: ['production'],
      columns: [
        { station: 'filling', field: 'fill_mass' },
        { station: 'eol', field: 'acir' },
        { station: 'filling', environment: 'dew_point', maxAge: '10m' },
        { station: 'filling', state: 'program' },
      ],
      filters: [],
    });
  });

  it('a traveler, found by the beginning of its ID', async () => {
    const edited = editQuery({ queryType: 'traveler', cellId: '' });
    await typeInto('Cell ID', '0EPCB1LFP0202AG');
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'traveler',
      cellId: expect.stringMatching(/^0EPCB1LFP0202AG/),
    });
    expect(edited.runs).toBe(1);
  });

  it('signals', async () => {
    const edited = editQuery(fresh(signals));
    await pick('Stations', /^Filling/);
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'signals',
      kinds: ['out-of-spec'],
      state: 'fresh',
      stations: ['filling'],
      characteristics: [],
      filters: [],
    });
  });

  it('events', async () => {
    const edited = editQuery({ queryType: 'events', kinds: [], stations: [], targets: [], filters: [] });
    await pick('Kinds', 'hold');
    await typeInto('Targets', 'EL-2291');
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'events',
      kinds: ['hold'],
      stations: [],
      targets: ['EL-2291'],
      filters: [],
    });
  });
});

describe('a filter', () => {
  const start = { queryType: 'visits', station: 'filling', filters: [] };

  it('is key, operator and value', async () => {
    const edited = editQuery(start);
    await button(/Only where/);
    expect(edited.runs).toBe(0);
    expect(screen.getByRole('status')).toHaveTextContent('Choose what to filter by; until then nothing is asked.');
    await pick('Filter by', 'line');
    await pick('Value', 'line-1');
    expect(edited.query.filters).toEqual([{ key: 'line', operator: '=', value: 'line-1' }]);
  });

  it('with a list operator keeps what was chosen and takes more', async () => {
    const edited = editQuery({ ...start, filters: [{ key: 'position', operator: '=', value: 'nozzle-1' }] });
    await pick('Operator', /^is one of/);
    await pick('Values', 'nozzle-4');
    expect(edited.query.filters).toEqual([{ key: 'position', operator: '=|', values: ['nozzle-1', 'nozzle-4'] }]);
  });

  it('of several stations may be about one of them', async () => {
    const columns = [{ station: 'filling', field: 'fill_mass' }];
    const filters = [{ key: 'line', operator: '=', value: 'line-1' }];
    const edited = editQuery({ queryType: 'cells', anchor: 'eol', columns, filters });
    await pick('Station of the filter', 'filling');
    expect(edited.query.filters).toEqual([{ key: 'line', operator: '=', value: 'line-1', station: 'filling' }]);
  });

  it('can be removed', async () => {
    const edited = editQuery({ ...start, filters: [{ key: 'line', operator: '=', value: 'line-1' }] });
    await userEvent.click(screen.getByLabelText('Remove this condition'));
    expect(edited.query.filters).toEqual([]);
    expect(edited.runs).toBe(1);
  });
});

describe('the editor', () => {
  it('moves and removes columns', async () => {
    const columns = ['a', 'b', 'c'].map((field) => ({ station: 'filling', field }));
    const edited = editQuery({ queryType: 'cells', columns });
    const up = screen.getAllByLabelText('Move left in the table');
    expect(up[0]).toBeDisabled();
    await userEvent.click(up[2] as HTMLElement);
    await userEvent.click(screen.getAllByLabelText('Remove this column')[0] as HTMLElement);
    expect(edited.query['columns']).toEqual([
      { station: 'filling', field: 'c' },
      { station: 'filling', field: 'b' },
    ]);
  });

  it('keeps a value that the plant does not know, and marks it', async () => {
    const edited = editQuery({ queryType: 'visits', station: 'fillling' });
    await shows('Station', 'fillling (unknown)');
    expect(edited.query['station']).toBe('fillling');
  });

  it('offers the dashboard’s variables', async () => {
    const edited = editQuery({ queryType: 'visits', station: '' });
    await pick('Station', /^Filling/); // the list has arrived
    await pick('Station', '$station');
    expect(edited.query['station']).toBe('$station');
    await shows('Station', '$station');
  });

  it('asks nothing before the query is complete, and says why', async () => {
    const edited = editQuery(fresh(visits));
    await pick('Visits', /^all/);
    expect(edited.query['visits']).toBe('all');
    expect(edited.runs).toBe(0);
    expect(screen.getByRole('status')).toHaveTextContent('Choose a station');
  });

  it('keeps station and filters when another type is asked for', async () => {
    const filters = [{ key: 'line', operator: '=', value: 'line-1' }];
    const edited = editQuery({ queryType: 'signals', kinds: ['rejected'], stations: ['filling'], filters });
    await pick('Query type', /^Events/);
    expect(edited.query).toEqual({
      refId: 'A',
      queryType: 'events',
      kinds: [],
      stations: ['filling'],
      targets: [],
      filters,
    });
  });

  it('leaves live updates out of the query unless they are wanted', async () => {
    const edited = editQuery({ queryType: 'visits', station: 'filling' });
    await userEvent.click(screen.getByLabelText('live updates'));
    expect(edited.query['streaming']).toBe(true);
    await userEvent.click(screen.getByLabelText('live updates'));
    expect(edited.query).not.toHaveProperty('streaming');
  });

  it('shows a type of a newer version as it is', () => {
    editQuery({ queryType: 'of-tomorrow', by: ['station'] });
    expect(screen.getByText(/no editor for queries of type of-tomorrow/)).toBeInTheDocument();
  });
});

describe('in an alert rule', () => {
  it('a variable is warned of', () => {
    editQuery({ queryType: 'signals', stations: ['$station'] }, CoreApp.UnifiedAlerting);
    expect(screen.getByText('An alert rule cannot fill in $station.')).toBeInTheDocument();
  });

  it('a type that answers tables is warned of', () => {
    editQuery({ queryType: 'visits', station: 'filling' }, CoreApp.UnifiedAlerting);
    expect(screen.getByText('Alert rules cannot read “Visits of a station”.')).toBeInTheDocument();
  });

  it('signals of a named station need no warning', () => {
    editQuery({ queryType: 'signals', stations: ['filling'] }, CoreApp.UnifiedAlerting);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
