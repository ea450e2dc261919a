import { HOUR } from '@cellthread/calendar';
import { stationOf } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '@cellthread/simulator';
import { after } from './background';
import { buildJudge, judge, judging } from './judge';
import { placeOf, simulate } from './simulate';

const plan = loadPlan();
const plant = readPlant(plan);
const startMs = Date.UTC(2026, 10, 23, 5);
const run = { seed: 4, startMs, hours: 30, lines: ['line-1'], lastStation: 'filling' };
const alikeMs = startMs + 24 * HOUR;
const faults = [
  { id: 'nozzle-wavering', place: 'filler-02.nozzle-4', fromHour: 24.4, toHour: 30 },
  { id: 'light-coating-lane', place: 'coater-01.lane-3', fromHour: 24.6, toHour: 30 },
];
const span = { plan, fromMs: startMs, toMs: startMs + run.hours * HOUR };

test('of a run that is judged after another only what differs is shown, and the same is told as of all of it', async () => {
  const program = await buildJudge();
  const [calm, wrong] = [simulate(plant, run).records, simulate(plant, { ...run, faults }).records];
  const one = judging(program, { ...span, alikeMs });
  const quiet = await one.tell(calm);
  const told = await one.tell(after(wrong, alikeMs));
  const again = await one.tell(after(calm, alikeMs));
  const near = await one.tell(after(calm, alikeMs), 0.5);
  one.close();
  expect(told).toEqual(await judge(program, wrong, span));
  expect(again).toEqual(quiet);
  const named = told.map(({ stream, what }) => `${stream.equipment} ${stream.position} ${what}`);
  expect(named).toEqual(expect.arrayContaining(['filler-02 nozzle-4 spread', 'coater-01 lane-3 level']));
  // By limits half as far.
  expect(near.length).toBeGreaterThan(2 * quiet.length + 10);
}, 300_000);

test('what was done to a machine ends what is told of it, and what it did not mend is told anew', async () => {
  const program = await buildJudge();
  const { records } = simulate(plant, {
    ...run,
    faults: [faults[0]!, { id: 'gauge-replaced', place: 'filler-02', fromHour: 27.2, toHour: 30 }],
  });
  const place = placeOf({ line: 'line-1', station: 'filling' });
  const told = await judge(program, new Map([[place, records.get(place)!]]), span);
  const hours = (ms = Infinity) => (ms - startMs) / HOUR;
  const [first, anew] = told.filter(({ stream }) => stream.position === 'nozzle-4').slice(-2);
  expect(hours(first?.sinceMs)).toBeLessThan(27);
  expect(hours(first?.endMs)).toBeCloseTo(27.4, 0);
  expect([hours(anew?.sinceMs) > 27.2, anew?.endMs]).toEqual([true, undefined]);
}, 300_000);

test('k of n is told beside the episodes where it is asked for', async () => {
  const program = await buildJudge();
  const { target, usl } = stationOf(plan, 'filling').characteristics.find(({ id }) => id === 'fill_mass')!.spec;
  const stream = {
    site: 'de1',
    line: 'line-1',
    station: 'filling',
    equipment: 'filler-02',
    position: 'nozzle-4',
    product: 'lfp-202',
  };
  const rows = Array.from({ length: 60 }, (_, i) => {
    const timeMs = startMs + i * 60_000;
    const heavy = [10, 15, 20].includes(i);
    const values = { fill_mass: heavy ? usl! + 0.01 : target! + (i % 2) / 2 };
    return { timeMs, text: JSON.stringify({ ...stream, timeMs, item: `C${i}`, lots: {}, verdict: 'ok', values }) };
  });
  const records = new Map([[placeOf(stream), rows]]);
  const told = await judge(program, records, { ...span, several: true });
  // None of the last twenty is heavy from the 41st cell on.
  expect(told).toMatchObject([
    {
      what: 'k-of-n',
      stream: { equipment: 'filler-02', position: 'nozzle-4' },
      firstMs: startMs + 20 * 60_000,
      endMs: startMs + 40 * 60_000,
    },
  ]);
  expect(await judge(program, records, span)).toEqual([]);
}, 300_000);
