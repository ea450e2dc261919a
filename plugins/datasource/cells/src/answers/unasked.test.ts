import { unasked } from './unasked';

const query = { refId: 'A', queryType: 'visits' };
const cells = (frame: ReturnType<typeof unasked>) => frame.fields.map(({ name, values }) => [name, ...values]);

it('a query that was not sent says what has to be chosen', () => {
  const frame = unasked(query, 'a station');
  expect(frame.meta?.notices).toEqual([{ severity: 'warning', text: 'Choose a station.' }]);
  expect(cells(frame)).toEqual([]);
});

it('a count that was not asked for is a word, never a number', () => {
  expect(cells(unasked({ ...query, count: true }, 'a station'))).toEqual([['text', 'nothing chosen']]);
});

it('a list that was not asked for says so in the column of its note', () => {
  expect(cells(unasked({ ...query, note: 'position' }, 'a station'))).toEqual([['position', 'Choose a station.']]);
});
