import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '@cellthread/simulator';
import { type Records, simulate } from './simulate';

const plant = readPlant(loadPlan());
const run = { seed: 3, startMs: Date.UTC(2026, 10, 23, 5), hours: 4 };
const fault = { id: 'nozzle-wavering', place: 'filler-02.nozzle-4', fromHour: 2.123, toHour: 4 };

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
  const before = (all: Records) => all.get('line-1 filling')?.filter(({ timeMs }) => timeMs < truth!.from_ms);
  expect(before(with_)).toEqual(before(records));
  expect(with_.get('line-1 filling')).not.toEqual(records.get('line-1 filling'));
});

test('a line that ends at a station measures as much there as the whole line, and nothing after it', () => {
  const { records } = simulate(plant, { ...run, lines: ['line-1'] });
  const { records: short } = simulate(plant, { ...run, lines: ['line-1'], lastStation: 'filling' });
  const items = (all: Records) => all.get('line-1 filling')?.length ?? 0;
  expect(items(short)).toBeGreaterThan(500);
  expect(Math.abs(items(short) / items(records) - 1)).toBeLessThan(0.02);
  expect(short.has('line-1 eol')).toBe(false);
});
