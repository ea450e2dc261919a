import { understood } from './understood';

const place = { area: 'assembly', line: 'line-1', equipment: 'filler-02' };
const topic = (rest: string) => `umh/v1/acme/de1/assembly/line-1/filler-02/${rest}`;
const disposition = {
  timestamp_ms: 1,
  command_id: 'command-1',
  number: 3,
  target_type: 'cell',
  target_id: 'C-1',
  state: 'hold',
  holds: ['hold-1'],
  station: 'filling',
  characteristic: 'fill_mass',
  text: 'too light',
};
const cleaned = { event_id: 'action-1', target_type: 'equipment', target_id: 'filler-02', reference: 'nozzle-cleaned' };

test('a command is understood', () => {
  expect(understood(topic('_command/disposition'), JSON.stringify(disposition))).toEqual({
    what: 'command',
    place,
    id: 'command-1',
    number: 3,
    state: 'hold',
    target: { type: 'cell', id: 'C-1' },
    station: 'filling',
    characteristic: 'fill_mass',
  });
});

test.each([
  ['an event of the MES', '_event/action'],
  ['what Cellthread tells the line of it', '_command/action'],
])('an action is understood as %s', (_, rest) => {
  expect(understood(topic(rest), JSON.stringify({ ...cleaned, position: 'nozzle-4' }))).toMatchObject({
    what: 'action',
    place,
    id: 'action-1',
    event: 'action',
    reference: 'nozzle-cleaned',
    equipment: 'filler-02',
    position: 'nozzle-4',
  });
});

test('a request is understood, with until when it may be done', () => {
  const asked = { command_id: 'command-2', expires_ms: 9000, characteristic: 'fill_mass', amount: -1.5, position: '' };
  expect(understood(topic('_command/request-adjust'), JSON.stringify(asked))).toEqual({
    what: 'request',
    place,
    id: 'command-2',
    kind: 'request-adjust',
    expiresMs: 9000,
    late: false,
    position: undefined,
    characteristic: 'fill_mass',
    amount: -1.5,
  });
});

test('an action of a station is one of all its machines', () => {
  const { station, equipment } = understood(
    topic('_event/maintenance'),
    JSON.stringify({ target_type: 'station', target_id: 'filling', reference: 'cleaned' })
  ) as { station?: string; equipment?: string };
  expect([station, equipment]).toEqual(['filling', undefined]);
});

test.each([
  ['no JSON', '_command/disposition', '{'],
  ['no object', '_command/disposition', '7'],
  ['a state that is none', '_command/disposition', JSON.stringify({ ...disposition, state: 'party' })],
  ['a number that is none', '_command/disposition', JSON.stringify({ ...disposition, number: '3' })],
  ['a request without an end', '_command/pause', JSON.stringify(disposition)],
  ['what refers to no action', '_event/tool-change', JSON.stringify({ ...cleaned, reference: undefined })],
])('%s tells nothing', (_, rest, payload) => {
  expect(understood(topic(rest), payload)).toBeUndefined();
});
