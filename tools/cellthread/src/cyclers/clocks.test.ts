import { decideDateOrder, type Dated } from './dateOrder';
import { findTestUnit } from './testUnit';
import { readWallClock } from './wallClock';
import { comesTwice, zonedTime } from '@cellthread/calendar';

const now_ms = Date.parse('2026-11-28T12:00:00Z');

describe('day or month first', () => {
  const dated = (clocks: string[], over: Partial<Dated> = {}): Dated => ({
    clocks,
    test_ms: clocks.map((_, i) => i * 3_600_000),
    others: [],
    commas: false,
    modified_ms: now_ms,
    now_ms,
    ...over,
  });
  const decided = (clocks: string[], over?: Partial<Dated>) => {
    const result = decideDateOrder(dated(clocks, over));
    return 'order' in result ? result.order : result.problem;
  };
  const open = ['09/11/2026 10:00:00', '09/11/2026 11:00:00'];

  test('a day above twelve decides', () => {
    expect(decided(['11/20/2026 10:00:00'])).toBe('mdy');
    expect(decided(['20/11/2026 10:00:00'])).toBe('dmy');
    expect(decided(open, { others: ['11/20/2026'] })).toBe('mdy');
  });

  test('a jump of weeks at midnight decides against it', () => {
    expect(decided(['09/11/2026 23:00:00', '10/11/2026 00:00:00'])).toBe('dmy');
    expect(decided(['11/09/2026 11:00:00 PM', '11/10/2026 12:00:00 AM'])).toBe('mdy');
  });

  test('a sample after the file was written decides against it', () => {
    expect(decided(['03/12/2026 10:00:00'])).toBe('mdy');
    expect(decided(['09/11/2026 10:00:00'], { modified_ms: Date.parse('2026-10-01') })).toBe('mdy');
  });

  test('decimal commas go with the day first', () => {
    expect(decided(open, { commas: true })).toBe('dmy');
    expect(decided(['11/20/2026 10:00:00'], { commas: true })).toBe('mdy');
  });

  test('what is open after that the plant decides, or nobody', () => {
    expect(decided(open, { setting: 'dmy' })).toBe('dmy');
    expect(decided(open)).toBe(
      '"09/11/2026 10:00:00" may be read with the day or the month first, and nothing in the file tells which: state it with --dates mdy or dmy'
    );
  });

  test('days above twelve in both places contradict each other', () => {
    expect(decided(['11/20/2026 10:00:00', '20/11/2026 11:00:00'])).toBe(
      'the dates of the file contradict each other as to which number is the day: "11/20/2026 10:00:00"'
    );
  });

  test('a clock that jumps by more than any pause is not believed', () => {
    expect(decided(['01/15/2026 10:00:00', '03/15/2026 11:00:00'])).toMatch(/do not go with test time/);
    expect(decided(['03/15/2026 10:00:00', '01/15/2026 11:00:00'])).toMatch(/do not go with test time/);
  });

  test.each([
    '09.11.2026 22:00:00',
    '2026-11-09 22:00:00',
    '11/31/2026 10:00:00',
    '11/09/26',
    '11/09/2026 25:00:00',
    'x',
  ])('of %s the text is shown', (text) => {
    expect(decided([text])).toBe(`the time "${text}" is not understood`);
  });
});

describe('the unit of test time', () => {
  const minutes = [0, 1, 1.5, 2, 3];
  const clock = minutes.map((value) => value * 60);

  test('is that with which test time and clock agree', () => {
    expect(findTestUnit(minutes, clock)).toEqual({ unit: 'minutes' });
    expect(findTestUnit([0, 0.5, 1, 2], [0, 1800, 3600, 7200])).toEqual({ unit: 'hours' });
    expect(findTestUnit([0, 30_000, 60_000], [0, 30, 60])).toEqual({ unit: 'milliseconds' });
  });

  test('is found beside pauses, in which only the clock goes on', () => {
    expect(findTestUnit([0, 30, 60, 60.1, 90, 120], [0, 30, 60, 7260, 7290, 7320])).toEqual({ unit: 'seconds' });
  });

  test('of a short file is the only one that explains it', () => {
    expect(findTestUnit([0, 1.5, 3.5], [0, 1, 3])).toEqual({ unit: 'seconds' });
    expect(findTestUnit([0], [0])).toEqual({ unit: 'seconds' });
  });

  test('of a file too short to tell is not guessed', () => {
    expect(findTestUnit([0, 0.001], [0, 0])).toEqual({
      problem: 'the unit of test time cannot be told: the file is too short to compare it with the clock',
    });
  });

  test('that contradicts what the header says refuses the file', () => {
    expect(findTestUnit(minutes, clock, 'seconds')).toEqual({
      problem: 'test time and clock disagree: the clock goes 60 s in one of test time, which should be in seconds',
    });
  });
});

describe('local time', () => {
  const utc = (text: string, zone: string) => new Date(zonedTime(readWallClock(text, 'mdy')!, zone)).toISOString();

  test.each([
    ['01/15/2026 12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
    ['07/15/2026 12:00:00 AM', 'America/Los_Angeles', '2026-07-15T07:00:00.000Z'],
    ['07/15/2026', 'Asia/Kolkata', '2026-07-14T18:30:00.000Z'],
    ['11/01/2026 01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
    ['11/01/2026 02:00:00', 'America/Los_Angeles', '2026-11-01T10:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(utc(text, zone)).toBe(expected);
  });

  test('every hour of a year comes back', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wrong = Array.from({ length: 365 * 24 }, (_, hour) => Date.UTC(2026, 0, 1) + hour * 3_600_000).filter(
      (at) => {
        const local = Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
        return zonedTime(local, 'Europe/Berlin') !== at;
      }
    );
    // Of the hour that comes twice only one can come back; it is known as such.
    expect(wrong).toHaveLength(1);
    expect(comesTwice(Date.UTC(2026, 9, 25, 2), 'Europe/Berlin')).toBe(true);
    expect([1, 3].map((hour) => comesTwice(Date.UTC(2026, 9, 25, hour), 'Europe/Berlin'))).toEqual([false, false]);
    expect([2, 3].map((hour) => comesTwice(Date.UTC(2026, 2, 29, hour), 'Europe/Berlin'))).toEqual([false, false]);
  });
});
