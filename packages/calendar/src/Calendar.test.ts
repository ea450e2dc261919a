import { Calendar } from './Calendar';

const calendar = new Calendar({
  timezone: 'Europe/Berlin',
  shifts: [
    { id: 'A', start: '06:00', end: '14:00' },
    { id: 'B', start: '14:00', end: '22:00' },
    { id: 'C', start: '22:00', end: '06:00' },
  ],
  planned_stops: [
    { name: 'cleaning', days: ['mon', 'tue'], start: '06:00', end: '06:15' },
    { name: 'night', days: ['sat'], start: '22:00', end: '02:00' },
    { name: 'holiday', from: '2026-12-31T18:00:00+01:00', to: '2027-01-02T06:00:00+01:00' },
  ],
});
const at = (text: string) => new Date(text).getTime();

test.each([
  ['2026-11-23T05:59:00+01:00', 'C'],
  ['2026-11-23T06:00:00+01:00', 'A'],
  ['2026-11-23T13:59:59+01:00', 'A'],
  ['2026-11-23T22:00:00+01:00', 'C'],
  ['2026-07-01T06:00:00+02:00', 'A'],
])('at %s shift %s works', (text, id) => {
  expect(calendar.shiftAt(at(text)).id).toBe(id);
});

test('shift numbers rise by one from shift to shift, also past midnight and over both clock changes', () => {
  for (const night of ['2026-11-23T22:00:00+01:00', '2026-10-24T22:00:00+02:00', '2026-03-28T22:00:00+01:00']) {
    const evening = calendar.shiftAt(at(night));
    const after = calendar.shiftAt(at(night) + 3 * 3_600_000);
    expect(after).toEqual(evening);
    expect(evening.from).toBe(at(night));
    expect(calendar.shiftAt(at(night) - 1).number).toBe(evening.number - 1);
    expect(calendar.shiftAt(at(night) + 12 * 3_600_000).number).toBe(evening.number + 1);
  }
});

test('a planned stop holds on its local days only', () => {
  expect(calendar.stopAt(at('2026-11-23T06:05:00+01:00'))?.name).toBe('cleaning');
  expect(calendar.stopAt(at('2026-11-25T06:05:00+01:00'))).toBeUndefined();
  expect(calendar.nextRunning(at('2026-11-23T06:05:00+01:00'))).toBe(at('2026-11-23T06:15:00+01:00'));
});

test('a stop over midnight belongs to the day it starts on', () => {
  expect(calendar.nextRunning(at('2026-11-28T23:00:00+01:00'))).toBe(at('2026-11-29T02:00:00+01:00'));
  expect(calendar.nextRunning(at('2026-11-29T01:00:00+01:00'))).toBe(at('2026-11-29T02:00:00+01:00'));
  expect(calendar.stopAt(at('2026-11-28T01:00:00+01:00'))).toBeUndefined();
});

test('a stop with dates holds from moment to moment', () => {
  expect(calendar.nextRunning(at('2027-01-01T12:00:00+01:00'))).toBe(at('2027-01-02T06:00:00+01:00'));
});
