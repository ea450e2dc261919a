import { readWorklist } from '../read/readWorklist';
import { type Worklist } from '../read/Worklist';
import { held, holdsFrame, outOfSpec, signalsFrame, wavering } from '../testing/frames';
import { english } from '../words/english';
import { type ActionKind, type Askable } from './actions';
import { entriesOf } from './statements';

const rowsOf = (frame: ReturnType<typeof holdsFrame>) => (readWorklist([frame], 'auto', english) as Worklist).rows;

function sent(kind: ActionKind, frame: ReturnType<typeof holdsFrame>) {
  let n = 0;
  return entriesOf(kind, rowsOf(frame), () => `key-${++n}`).map(({ key, statement }) => ({ key, ...statement }));
}

test('a release names the hold that it answers and nothing that would narrow it', () => {
  expect(sent('release', holdsFrame(held()))).toEqual([
    { key: 'key-1', kind: 'release', site: 'de1', target_type: 'cell', target_id: 'C1', answers: ['hold-1'] },
  ]);
});

test('a decision is one request an item, whatever number of its holds are chosen', () => {
  const frame = holdsFrame(held(), held({ hold_id: 'hold-2' }), held({ target_id: 'C2', hold_id: 'hold-3' }));
  expect(sent('scrap', frame)).toMatchObject([
    { key: 'key-1', target_id: 'C1', answers: ['hold-1', 'hold-2'] },
    { key: 'key-2', target_id: 'C2', answers: ['hold-3'] },
  ]);
});

test('more holds than one event answers are several requests', () => {
  const holds = Array.from({ length: 65 }, (_, i) => held({ hold_id: `hold-${i}` }));
  expect(sent('release', holdsFrame(...holds)).map(({ answers }) => answers!.length)).toEqual([64, 1]);
});

test('a hold without an ID cannot be answered', () => {
  expect(sent('release', holdsFrame(held({ hold_id: '' })))).toEqual([]);
});

test('what is said of a signal names its item, station, characteristic and rule', () => {
  expect(sent('acknowledge', signalsFrame(outOfSpec()))).toEqual([
    {
      key: 'key-1',
      kind: 'acknowledge',
      site: 'de1',
      ...{ target_type: 'cell', target_id: 'C1', station: 'filling', equipment: 'filler-02', position: 'nozzle-4' },
      ...{ characteristic: 'fill_mass', rule: 'below-lsl' },
    },
  ]);
});

test('single items are held, machines are not: what comes later is never part of it', () => {
  const frame = signalsFrame(outOfSpec(), wavering());
  expect(sent('hold', frame).map(({ target_id }) => target_id)).toEqual(['C1']);
  expect(sent('note', frame).map(({ target_id }) => target_id)).toEqual(['C1', 'filler-02']);
});

test('a note about a hold refers to it', () => {
  expect(sent('note', holdsFrame(held()))).toMatchObject([{ kind: 'note', target_id: 'C1', reference: 'hold-1' }]);
});

test('what was done is said once of a machine and position, however many rows tell of it', () => {
  const frame = signalsFrame(outOfSpec(), outOfSpec({ cell_id: 'C2' }), wavering(), wavering({ position: 'nozzle-5' }));
  expect(sent('action', frame)).toMatchObject([
    { key: 'key-1', target_type: 'equipment', target_id: 'filler-02', station: 'filling', position: 'nozzle-4' },
    { key: 'key-2', target_type: 'equipment', target_id: 'filler-02', station: 'filling', position: 'nozzle-5' },
  ]);
});

test('where no machine is named something was done to the station', () => {
  const frame = signalsFrame(wavering({ equipment: '', position: '' }));
  expect(sent('action', frame)).toMatchObject([{ target_type: 'station', target_id: 'filling', station: 'filling' }]);
});

test('a cause is named of each signal; of what has no station none can be', () => {
  const frame = signalsFrame(outOfSpec(), wavering(), wavering({ station: '', equipment: '' }));
  expect(sent('cause', frame).map(({ target_id }) => target_id)).toEqual(['C1', 'filler-02']);
});

const filler: Askable = {
  site: 'de1',
  equipment: 'filler-02',
  pause: true,
  adjust: [{ characteristic: 'fill_mass', by: [-3, 3] }],
};

test('a machine is asked to stop once and as a whole, to set a value once a position; where the plan allows it', () => {
  const frame = signalsFrame(outOfSpec(), wavering(), wavering({ position: 'nozzle-5' }));
  const asked = (kind: ActionKind, askable: readonly Askable[]) =>
    entriesOf(kind, rowsOf(frame), () => 'key', askable).map(({ statement }) => statement);
  const machine = { site: 'de1', target_type: 'equipment', target_id: 'filler-02', station: 'filling' };
  expect(asked('pause', [filler])).toEqual([{ kind: 'pause', ...machine }]);
  expect(asked('request-adjust', [filler])).toEqual(
    ['nozzle-4', 'nozzle-5'].map((position) => ({
      kind: 'request-adjust',
      ...machine,
      position,
      characteristic: 'fill_mass',
    }))
  );
  expect(asked('pause', [{ ...filler, pause: false }])).toEqual([]);
  expect(asked('request-adjust', [{ ...filler, adjust: [] }])).toEqual([]);
  expect(asked('request-adjust', [{ ...filler, site: 'de2' }])).toEqual([]);
});
