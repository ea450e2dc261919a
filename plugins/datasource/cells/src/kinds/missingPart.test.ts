import type { CellsQuery } from '../query';
import { missingPart } from './missingPart';

const filling = { queryType: 'visits', station: 'filling' };

describe('a query that is not complete says what is missing', () => {
  it.each<[string, Omit<CellsQuery, 'refId'>, string | undefined]>([
    ['no type', {}, 'what to ask for'],
    ['visits without a station', { queryType: 'visits', station: ' ' }, 'a station'],
    ['visits of a station', filling, undefined],
    ['visits of a variable', { queryType: 'visits', station: '$station' }, undefined],
    ['cells without columns', { queryType: 'cells' }, 'at least one column'],
    [
      'a column without a station',
      { queryType: 'cells', columns: [{ station: '', field: 'x' }] },
      'the station of a column',
    ],
    ['a column without a name', { queryType: 'cells', columns: [{ station: 'eol', field: '' }] }, 'a column of eol'],
    ['a state', { queryType: 'cells', columns: [{ station: 'eol', state: 'program' }] }, undefined],
    ['a traveler of nobody', { queryType: 'traveler', cellId: '' }, 'a cell, or scan its identifier'],
    ['signals of no kind', { queryType: 'signals', kinds: [] }, 'a kind of signal'],
    ['signals of the default kind', { queryType: 'signals' }, undefined],
    ['all events', { queryType: 'events' }, undefined],
    ['a filter without a key', { ...filling, filters: [{ key: '', operator: '=', value: '' }] }, 'what to filter by'],
    [
      'a filter without a value asks for missing ones',
      { ...filling, filters: [{ key: 'grade', operator: '=', value: '' }] },
      undefined,
    ],
    [
      'a list without values',
      { ...filling, filters: [{ key: 'line', operator: '=|', values: [] }] },
      'the value of the filter on line',
    ],
    [
      'a comparison without a number',
      { ...filling, filters: [{ key: 'fill_mass', operator: '>', value: '' }] },
      'the value of the filter on fill_mass',
    ],
    ['a type of a newer version', { queryType: 'of-tomorrow', by: ['station'] }, undefined],
  ])('%s', (_, query, missing) => {
    expect(missingPart({ ...query, refId: 'A' })).toBe(missing);
  });
});
