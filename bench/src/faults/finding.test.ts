import { MINUTE } from '@cellthread/calendar';
import { type Truth } from '@cellthread/simulator';
import { findingOf } from './finding';
import { type Episode } from './judge';
import { type Records, type Visit } from './simulate';

const fromMs = Date.UTC(2026, 10, 24, 5);
const at = (minute: number) => fromMs + minute * MINUTE;

const truth: Truth = {
  id: 'nozzle-wavering',
  title: 'A nozzle wavers',
  silent: false,
  from_ms: fromMs,
  to_ms: at(600),
  site: 'site-1',
  line: 'line-1',
  station: 'filling',
  equipment: ['filler-02'],
  position: 'nozzle-4',
  characteristics: ['fill_mass'],
  what: 'spread',
  cells: ['b', 'c', 'd'],
  first: { item: 'b', at_ms: at(10), number: 1 },
  first_out_of_spec: { item: 'd', at_ms: at(50), number: 3 },
};

const stream = {
  site: 'site-1',
  line: 'line-1',
  station: 'filling',
  equipment: 'filler-02',
  position: 'nozzle-4',
  product: 'lfp-202',
};

const episode: Episode = {
  what: 'spread',
  against: 'sisters',
  route: 'maintenance',
  characteristic: 'fill_mass',
  stream,
  sinceMs: at(10),
  firstMs: at(40),
  side: 1,
  size: 5,
};

const visit = (item: string, minute: number, mass: number, verdict = 'ok') => {
  const of: Visit = { ...stream, timeMs: at(minute), item, lots: {}, verdict, values: { fill_mass: mass } };
  return { timeMs: of.timeMs, text: JSON.stringify(of) };
};
const records = (...rows: ReturnType<typeof visit>[]): Records => new Map([['line-1 filling', rows]]);
const [a, b, c, d] = [visit('a', 5, 800), visit('b', 10, 803), visit('c', 30, 797), visit('d', 50, 812, 'nok')];

const found = (told: Episode[], calm: Episode[] = [], own = truth) =>
  findingOf({ truth: own, told, calm, untilMs: at(600), records: records(a, b, c, d), without: records(a, b, c) });

test('a fault is named after so many minutes and items concerned, so long before the first out of spec', () => {
  expect(found([episode]).named).toEqual({ episode, minutes: 30, items: 2, ahead: 10 });
});

test('items are counted where it sits, from the first one concerned on', () => {
  expect(found([]).items).toBe(3);
});

test('named too late: the first out of spec came before', () => {
  expect(found([{ ...episode, firstMs: at(70) }]).named).toMatchObject({ minutes: 60, items: 3, ahead: -20 });
});

test('a fault of which nothing is out of spec yet has no such time', () => {
  expect(found([episode], [], { ...truth, first_out_of_spec: undefined }).named?.ahead).toBeUndefined();
});

test.each([
  ['another nozzle', { stream: { ...stream, position: 'nozzle-5' } }],
  ['the whole machine', { stream: { ...stream, position: '' } }],
  ['another line', { stream: { ...stream, line: 'line-2' } }],
  ['another characteristic', { characteristic: 'fill_vacuum' }],
  ['what began before it', { firstMs: at(-1) }],
])('%s does not name it', (_what, other) => {
  expect(found([{ ...episode, ...other }]).named).toBeUndefined();
});

test('what is there without the fault as well neither names it nor stands beside it', () => {
  const { named, near, beside, without } = found([episode], [{ ...episode, firstMs: at(35) }]);
  expect([named, near, beside, without]).toEqual([undefined, [], [], []]);
  expect(found([episode], [{ ...episode, firstMs: at(-90), endMs: at(30) }]).named).toBeDefined();
});

test('what led to it before the fault began is of both runs, though one of them tells it later', () => {
  const calm = { ...episode, sinceMs: at(-60), firstMs: at(5), endMs: at(30) };
  const later = { ...episode, sinceMs: at(-60), firstMs: at(70) };
  expect(found([later], [calm]).near).toEqual([]);
  expect(found([later], [calm]).named).toBeUndefined();
  expect(found([{ ...later, sinceMs: at(40) }], [calm]).named).toBeDefined();
});

test('of a silent case a machine that is told with it and a part of it without it are one', () => {
  const whole = { ...episode, stream: { ...stream, position: '' } };
  expect(found([whole], [episode], { ...truth, silent: true })).toMatchObject({ near: [], without: [] });
  expect(found([whole], [episode])).toMatchObject({ near: [whole], without: [episode] });
});

test('what is there only without the fault is told apart', () => {
  const chance = { ...episode, stream: { ...stream, station: 'eol' } };
  expect(found([episode], [chance, { ...chance, firstMs: at(-90) }]).without).toEqual([chance]);
});

test('verdicts of its station are near, what is elsewhere is beside', () => {
  const verdicts = { ...episode, characteristic: '', what: 'share' as const };
  const elsewhere = { ...episode, stream: { ...stream, station: 'eol' } };
  const { near, beside } = found([episode, verdicts, elsewhere]);
  expect([near, beside]).toEqual([[verdicts], [elsewhere]]);
});

test('what follows a lot is named by that lot, or by what was made of it', () => {
  const ofLot = { ...truth, lot: 'LFP-10004', detail: { parts: ['roll-7'] } };
  const named = (lot?: string) => found([{ ...episode, lot }], [], ofLot).named !== undefined;
  expect([named('LFP-10004'), named('roll-7'), named('roll-8'), named()]).toEqual([true, true, false, false]);
});

test('the size of a fault is what its second half is beside the same time without it', () => {
  const masses = (n: number, by: number, wider: number) =>
    Array.from({ length: n }, (_, i) => visit(`${i}`, 400 + i, 800 + by + wider * ((i % 8) - 4), i < 5 ? 'nok' : 'ok'));
  const { sizes } = findingOf({
    truth,
    told: [],
    calm: [],
    untilMs: at(600),
    records: records(...masses(80, 3, 2)),
    without: records(...masses(80, 0, 1).map(({ timeMs, text }) => ({ timeMs, text: text.replace('nok', 'ok') }))),
  });
  expect(sizes).toEqual([
    { characteristic: 'fill_mass', level: expect.closeTo((3 * 1.349) / 4) as number, spread: 2, bad: 5 / 80 },
  ]);
});

test('the size of what follows a lot is that of what was made of it, whenever it was', () => {
  const masses = (by: number) =>
    Array.from({ length: 32 }, (_, i) => visit(`r${i}`, 20 + i, 800 + (i % 8) + (i < 16 ? by : 0)));
  const parts = Array.from({ length: 16 }, (_, i) => `r${i}`);
  const { sizes } = findingOf({
    truth: { ...truth, lot: 'LFP-10004', cells: [], detail: { parts } },
    told: [],
    calm: [],
    untilMs: at(600),
    records: records(...masses(3)),
    without: records(...masses(0)),
  });
  expect(sizes).toEqual([
    { characteristic: 'fill_mass', level: expect.closeTo((3 * 1.349) / 4) as number, spread: 1, bad: 0 },
  ]);
});
