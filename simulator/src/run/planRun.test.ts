import { parseArguments } from '../command/parseArguments';
import { planRun } from './planRun';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 23, 12);
const args = (...argv: string[]) => parseArguments(['--history', '8h', ...argv]);

test('a first run has its history before now and its thin past before that', () => {
  const state = planRun(args(), 'de1', now, undefined);
  expect(state).toMatchObject({ startMs: now - 8 * HOUR, liveMs: now, sinceMs: now - 8 * HOUR - 840 * HOUR, epoch: 0 });
  expect(state.untilMs).toBeLessThan(state.sinceMs);
});

test('the same fault at another place is another one', () => {
  const before = { ...planRun(args('--fault', 'drift:press.force'), 'de1', now, undefined), untilMs: now + HOUR };
  const { faults } = planRun(args('--fault', 'drift:press.width'), 'de1', now + 2 * HOUR, before);
  expect(faults.map(({ place, toMs }) => [place, toMs])).toEqual([
    ['press.force', now + HOUR],
    ['press.width', null],
  ]);
});

test('a fault begins three hours before now, or when it is told to, never before the world', () => {
  const { faults } = planRun(args('--fault', 'welder-leakers', '--fault', 'door-opened@-9h'), 'de1', now, undefined);
  expect(faults.map(({ fromMs }) => now - fromMs)).toEqual([3 * HOUR, 8 * HOUR]);
});

test('a restart continues the same world from where it stopped', () => {
  const before = { ...planRun(args(), 'de1', now, undefined), untilMs: now + HOUR };
  expect(planRun(args(), 'de1', now + 2 * HOUR, before)).toEqual(before);
});

test('a world older than a week is continued only if its history is as long', () => {
  const long = parseArguments(['--history', '8d']);
  const before = { ...planRun(long, 'de1', now, undefined), untilMs: now + HOUR };
  expect(planRun(long, 'de1', now + 2 * HOUR, before)).toEqual(before);
  expect(planRun(args(), 'de1', now + 2 * HOUR, before)).toMatchObject({ epoch: 1 });
});

test('a fault that is new at a restart begins after what was sent, one no longer wanted ends there', () => {
  const before = { ...planRun(args('--fault', 'welder-leakers'), 'de1', now, undefined), untilMs: now + HOUR };
  const { faults } = planRun(args('--fault', 'door-opened@-9h'), 'de1', now + 2 * HOUR, before);
  expect(faults).toEqual([
    { id: 'welder-leakers', fromMs: now - 3 * HOUR, toMs: now + HOUR },
    { id: 'door-opened', fromMs: now + HOUR, toMs: null },
  ]);
});

test('an MES that decides nothing begins when the line goes live, or where it was switched, and ends where it is switched on', () => {
  const none = args('--mes', 'none');
  expect(planRun(none, 'de1', now, undefined).mesOff).toEqual([{ fromMs: now, toMs: null }]);
  const before = { ...planRun(args(), 'de1', now, undefined), untilMs: now + HOUR };
  const off = planRun(none, 'de1', now + 2 * HOUR, before);
  expect(off.mesOff).toEqual([{ fromMs: now + HOUR, toMs: null }]);
  expect(planRun(none, 'de1', now + 2 * HOUR, off)).toEqual(off);
  const on = planRun(args(), 'de1', now + 4 * HOUR, { ...off, untilMs: now + 3 * HOUR });
  expect(on).toMatchObject({ epoch: 0, mesOff: [{ fromMs: now + HOUR, toMs: now + 3 * HOUR }] });
});

test.each([
  ['another seed', ['--seed', '2'], 2, {}],
  ['a pause of more than a day', [], 30, {}],
  ['another version', [], 2, { version: 1 }],
  ['another rate', ['--rate', '4.7'], 2, {}],
  ['an even world', ['--world', 'even'], 2, {}],
])(
  '%s begins a new world after the old one, at most the gap long, whose serial numbers differ',
  (_, more, hours, old) => {
    const before = { ...planRun(args(), 'de1', now, undefined), untilMs: now, ...old };
    const later = now + hours * HOUR;
    const state = planRun(args(...more), 'de1', later, before);
    expect(state).toMatchObject({ epoch: 1, startMs: later - Math.min(8, hours) * HOUR });
    expect(state.sinceMs).toBe(state.startMs);
  }
);
