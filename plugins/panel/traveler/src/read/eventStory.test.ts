import { story } from './eventStory';
import { type CellEvent } from './Traveler';

const event: CellEvent = {
  ...{ time: 0, kind: 'command-ack', targetType: 'cell', targetId: 'C1', holdId: '', station: 'soaking' },
  ...{ equipment: '', text: '', author: '', disposition: 'hold', severity: '', reference: 'command-1' },
};
const said = (over: Partial<CellEvent>) => story({ ...event, ...over }, (id) => id.toUpperCase());

test.each([
  ['a line that diverted an item says before which station', {}, 'diverted before SOAKING'],
  ['one that let it on says whereto', { disposition: 'release' }, 'went on to SOAKING'],
  ['one that sent it back says whereto', { disposition: 'rework', station: 'filling' }, 'sent back to FILLING'],
  ['no station is no place', { disposition: 'scrap', station: '' }, 'left the line'],
  ['a line that did not do what it was told says that', { disposition: '', station: '' }, 'did nothing'],
  ['what it says itself stands before that', { text: 'waits aside' }, 'waits aside'],
  ['what is no answer of a line has its text alone', { kind: 'hold' }, ''],
])('%s', (_, over, want) => {
  expect(said(over)).toBe(want);
});
