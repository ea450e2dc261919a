import { HOUR, MINUTE } from './durations';
import { ZoneClock } from './ZoneClock';
import { zoneOffset } from './zoneOffset';

const at = (text: string) => Date.parse(text);

test.each([
  ['UTC', '2026-07-01T00:00:00Z', 0],
  ['Europe/Berlin', '2026-01-01T00:00:00Z', 60],
  ['Europe/Berlin', '2026-07-01T00:00:00Z', 120],
  ['Asia/Kolkata', '2026-07-01T00:00:00Z', 330],
  ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 345],
  ['America/St_Johns', '2026-01-01T00:00:00Z', -210],
  ['Pacific/Kiritimati', '2026-01-01T00:00:00Z', 840],
])('%s is at %s %d minutes ahead', (zone, text, minutes) => {
  expect(zoneOffset(zone, at(text))).toBe(minutes * MINUTE);
});

test('an offset changes at its moment, also within an hour of UTC', () => {
  const berlin = at('2026-10-25T01:00:00Z');
  expect([zoneOffset('Europe/Berlin', berlin - 1), zoneOffset('Europe/Berlin', berlin)]).toEqual([2 * HOUR, HOUR]);
  // Lord Howe goes half an hour back at 15:00 UTC, and forward at 15:30.
  const forward = at('2026-10-03T15:30:00Z');
  expect([forward - 1, forward].map((t) => zoneOffset('Australia/Lord_Howe', t) / MINUTE)).toEqual([630, 660]);
});

test('a zone that the platform does not know is refused', () => {
  expect(() => zoneOffset('Europe/Salzgitter', 0)).toThrow('"Europe/Salzgitter" is no time zone of this platform.');
});

test('midnight, weekday and date are those of the zone', () => {
  const clock = new ZoneClock('Asia/Kolkata');
  const evening = at('2026-11-28T20:00:00Z');
  expect(clock.midnight(evening)).toBe(at('2026-11-28T18:30:00Z'));
  expect(clock.weekday(evening)).toBe(0);
  expect(clock.date(evening)).toEqual({ year: 2026, month: 11, day: 29 });
});
