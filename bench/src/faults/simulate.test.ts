import { HOUR } from '@cellthread/calendar';
import { loadPlan } from '@cellthread/plan/load';
import { faultKindsOf, readPlant } from '@cellthread/simulator';
import { showsInRecords } from './showsInRecords';
import { faultOf, type Records, type Row, simulate } from './simulate';

const plant = readPlant(loadPlan());
const run = { seed: 3, startMs: Date.UTC(2026, 10, 23, 5), hours: 4 };
const fault = { id: 'nozzle-wavering', place: 'filler-02.nozzle-4', fromHour: 2.123, toHour: 4 };

const inOrder = (a: Row, b: Row) => a.timeMs - b.timeMs || a.text.localeCompare(b.text);
const ofLine = (records: Records, line: string) => [...records].filter(([place]) => place.startsWith(`${line} `));

test('a line by itself measures what it measures beside the other', () => {
  const { records } = simulate(plant, run);
  for (const line of ['line-1', 'line-2']) {
    expect(simulate(plant, { ...run, lines: [line] }).records).toEqual(new Map(ofLine(records, line)));
  }
});

test('a fault changes nothing before its station and nothing before its moment', () => {
  const { records } = simulate(plant, { ...run, lines: ['line-1'] });
  const { records: with_, truths } = simulate(plant, { ...run, lines: ['line-1'], faults: [fault] });
  const [truth] = truths;
  expect(Number.isInteger(truth?.from_ms)).toBe(true);
  expect(with_.get('line-1 stacking')).toEqual(records.get('line-1 stacking'));
  const early = (all: Records) => all.get('line-1 filling')?.filter(({ timeMs }) => timeMs < truth!.from_ms);
  expect(early(with_)).toEqual(early(records));
  expect(with_.get('line-1 filling')).not.toEqual(records.get('line-1 filling'));
});

const short = { ...run, hours: 3 };
const whole = simulate(plant, short).records;
const kinds = faultKindsOf(plant).filter((kind) => !showsInRecords(plant, kind));
const before = (all: Records, line: string, ms: number) =>
  [...all].flatMap(([place, rows]) =>
    line === '*' || place.startsWith(`${line} `) ? rows.filter(({ timeMs }) => timeMs < ms) : []
  );

test.each(kinds)('$id: what was measured before it began is what is measured without it', ({ id }) => {
  const own = { id, fromHour: 2.123, toHour: 3 };
  const { line, from_ms } = faultOf(plant, short, own).truth();
  const wrong = simulate(plant, { ...short, ...(line === '*' ? {} : { lines: [line] }), faults: [own] });
  const measured = before(wrong.records, line, from_ms);
  expect(measured).toEqual(before(whole, line, from_ms));
  expect(measured.length).toBeGreaterThan(1000);
});

test('from a moment on it is what the whole run measured from then on', () => {
  const { startMs } = short;
  const from = startMs + 2 * HOUR;
  const all = [...whole].flatMap(([, rows]) => rows.filter(({ timeMs }) => timeMs >= from));
  expect([...simulate(plant, short, from).records].flatMap(([, rows]) => rows).sort(inOrder)).toEqual(
    all.sort(inOrder)
  );
});

test('a line that ends at a station measures as much there as the whole line, and nothing after it', () => {
  const { records } = simulate(plant, { ...run, lines: ['line-1'] });
  const { records: short } = simulate(plant, { ...run, lines: ['line-1'], lastStation: 'filling' });
  const items = (all: Records) => all.get('line-1 filling')?.length ?? 0;
  expect(items(short)).toBeGreaterThan(500);
  expect(Math.abs(items(short) / items(records) - 1)).toBeLessThan(0.02);
  expect(short.has('line-1 eol')).toBe(false);
});
