import '@testing-library/jest-dom';
import { dateTime, EventBusSrv, type DataFrame, LoadingState, type PanelProps } from '@grafana/data';
import { fireEvent, render, screen } from '@testing-library/react';
import { defaults } from './defaults';
import { began, held, holdsFrame, outOfSpec, seenFrame, signalsFrame } from './testing/frames';
import { type WorklistOptions } from './WorklistOptions';
import { WorklistPanel } from './WorklistPanel';

const timeRange = { from: dateTime(began), to: dateTime(began + 3_600_000), raw: { from: '', to: '' } };

function show(series: DataFrame[], over: Partial<PanelProps<WorklistOptions>> = {}) {
  const props: PanelProps<WorklistOptions> = {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    width: 800,
    height: 600,
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
  return render(<WorklistPanel {...props} />);
}

test('where nothing can be asked, as in a snapshot, it is a plain list', () => {
  show([signalsFrame(outOfSpec())]);
  expect(screen.getByRole('listitem')).toHaveTextContent(/C1: fill mass below spec.*60 min.*filler-02.*Critical/);
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a hold leads to the traveler of its item', () => {
  show([holdsFrame(held())]);
  expect(screen.getByRole('link', { name: 'Open C1' })).toHaveAttribute(
    'href',
    expect.stringContaining('/d/cellthread-cell?var-cell=C1')
  );
});

test('a hold says where its item was seen last and when; one on no single item says on what it is, and in which window', () => {
  show([
    seenFrame(
      held({ whereabouts: 'seen', last_station: 'formation', last_seen: began + 1_800_000 }),
      held({
        ...{ hold_id: 'hold-2', target_type: 'equipment', target_id: 'filler-02', whereabouts: 'several' },
        ...{ time: began - 1, timeEnd: began + 600_000 },
      })
    ),
  ]);
  const [item, machine] = screen.getAllByRole('listitem');
  expect(item).toHaveTextContent('last seen: formation, 2026-11-22 06:30:00 (30 min)');
  expect(machine).toHaveTextContent(/Machine filler-02.*what passed from 2026-11-22 05:59:59 to 2026-11-22 06:10:00/);
});

test('rows are found by any text of them', () => {
  show([holdsFrame(held(), held({ target_id: 'C2', hold_id: 'hold-2' }))]);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'c2' } });
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'nowhere' } });
  expect(screen.getByText('No row has this text.')).toBeInTheDocument();
});

test('an empty list says of what, and since when; one that may lack something is an alarm', () => {
  const { unmount } = show([holdsFrame()]);
  expect(screen.getByRole('status')).toHaveTextContent(/Nothing is held.*since 2026-11-22 06:00:00/);
  unmount();
  const cut = holdsFrame();
  cut.meta = { notices: [{ severity: 'warning', text: 'The newest are cut.' }] };
  show([cut]);
  expect(screen.getByRole('alert')).toHaveTextContent(/not all could be seen.*The newest are cut/);
});

test('a query that failed beside one that answered hides nothing and is told', () => {
  show([holdsFrame(held())], {
    data: { state: LoadingState.Error, series: [holdsFrame(held())], timeRange, errors: [{ message: 'too slow' }] },
  });
  expect(screen.getByRole('alert')).toHaveTextContent('Not all of it can be read: too slow');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

test('it speaks German where it is told to, whatever the page says', () => {
  show([holdsFrame()], { options: { ...defaults, language: 'de' } });
  expect(screen.getByRole('status')).toHaveTextContent('Nichts ist gesperrt');
});
