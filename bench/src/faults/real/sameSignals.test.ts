import { HOUR } from '@cellthread/calendar';
import { loadPlan } from '@cellthread/plan/load';
import { type Message, readPlant, type Truth } from '@cellthread/simulator';
import { breakingEvents } from '@cellthread/vocabulary';
import { buildJudge, type Episode, judge } from '../judge';
import { messagesOf, placeOf, recordsOf, type Run } from '../simulate';
import { answeredAt, lastMonday, toldAt } from './asTold';
import { type Real, type SignalRow, startReal } from './startReal';

const plan = loadPlan();
const plant = readPlant(plan);
const startMs = lastMonday(Date.now());
const run: Run = {
  seed: 1,
  startMs,
  hours: 12,
  lines: ['line-1'],
  faults: [
    { id: 'nozzle-wavering', place: 'filler-02.nozzle-4', fromHour: 5, toHour: 12 },
    { id: 'sister-shift', place: 'stack_thickness.stacker-03', fromHour: 5, toHour: 12 },
    // A calibration that mends nothing.
    { id: 'gauge-replaced', place: 'stacker-03', fromHour: 9.2, toHour: 12 },
    { id: 'calender-drift', fromHour: 5, toHour: 12 },
    { id: 'missing', place: 'tab_welding', fromHour: 5, toHour: 12 },
    { id: 'duplicate', place: 'case_welding', fromHour: 5, toHour: 12 },
    { id: 'implausible', place: 'leak_prefill.pressure_decay', fromHour: 5, toHour: 12 },
  ],
};
const stations = ['calendering', 'stacking', 'tab_welding', 'case_welding', 'leak_prefill', 'filling'];
const untilMs = startMs + run.hours * HOUR;
const hours = [6, 7, 8, 9, 10, 11, 12].map((hour) => startMs + hour * HOUR);

let real: Real;
let told: Episode[];
let truths: Truth[];
let results: Message[];

const payloadsAt = (station: string) =>
  results
    .filter(({ topic }) => topic.endsWith(`/${station}`))
    .map(({ payload }) => payload as { cell_id?: string; visit: number });

beforeAll(async () => {
  const { messages, faults } = messagesOf(plant, run);
  const sent = [...messages];
  const kept = [
    ...stations.map((station) => `/_cellresult/${station}`),
    ...breakingEvents.map((kind) => `/_event/${kind}`),
  ];
  results = sent.filter(({ topic }) => kept.some((end) => topic.endsWith(end)));
  truths = faults.map((fault) => fault.truth());
  const simulated = recordsOf(plant, sent);
  const places = stations.map((station) => placeOf({ line: 'line-1', station }));
  const records = new Map(places.map((place) => [place, simulated.get(place) ?? []]));
  const program = await buildJudge();
  real = await startReal();
  told = await judge(program, records, { plan, fromMs: startMs, toMs: untilMs });
  await real.store(results);
}, 600_000);

afterAll(() => real?.stop(), 60_000);

test('at every hour the datasource tells through database and plugin what the judge in memory tells, since the same moment', async () => {
  const expected = hours.map((at) => toldAt(told, at));
  const answered: string[][] = [];
  for (const at of hours) {
    answered.push(await answeredAt(real, at));
  }
  expect(answered).toEqual(expected);
  const all = expected.flat().join('\n');
  expect(all).toMatch(/filler-02 nozzle-4 .* fill_mass/);
  expect(all).toMatch(/stacker-03 .* stack_thickness/);
  expect(all).toMatch(/calender-01 .* press_density_c .*MR-C-/);
  const first = (of: string) => told.find(({ characteristic }) => characteristic === of)?.what;
  expect(['fill_mass', 'stack_thickness', 'press_density_c'].map(first)).toEqual(['spread', 'level', 'level']);
  const begun = (rows: readonly string[]) =>
    rows
      .find((row) => row.includes('stacker-03'))
      ?.split(' ')
      .at(-1);
  expect(Number(begun(expected[3]!))).toBeLessThan(startMs + 9 * HOUR);
  expect(Number(begun(expected.at(-1)!))).toBeGreaterThan(startMs + 9.2 * HOUR);
}, 300_000);

/** Signals of a kind at a station as of a moment, of what was measured before it. */
const found = (kind: string, station: string, toMs = untilMs): Promise<SignalRow[]> =>
  real.signals({ kinds: [kind], stations: [station] }, startMs, toMs);

const cellsOf = (rows: readonly SignalRow[]) => new Set(rows.map(({ cell_id }) => cell_id as string));
const truthOf = (fault: string) => truths.find(({ id }) => id === fault)!;
const lacking = (cells: Iterable<string>, named: ReadonlySet<string>) => [...cells].filter((cell) => !named.has(cell));

test('every reading that cannot be is told with its cell', async () => {
  const { cells } = truthOf('implausible');
  expect(cells.length).toBeGreaterThan(30);
  expect(lacking(cells, cellsOf(await found('implausible', 'leak_prefill')))).toEqual([]);
});

test('every ID that was told of two passes is told, with machine and position', async () => {
  const passes = new Map<string, number>();
  for (const { cell_id = '', visit } of payloadsAt('case_welding')) {
    passes.set(`${cell_id} ${visit}`, (passes.get(`${cell_id} ${visit}`) ?? 0) + 1);
  }
  const twice = [...passes].filter(([, n]) => n > 1).map(([pass]) => pass.split(' ')[0]!);
  const rows = await found('conflicting', 'case_welding');
  expect(twice.length).toBeGreaterThan(30);
  expect(lacking(twice, cellsOf(rows))).toEqual([]);
  expect(rows.filter(({ equipment, position }) => equipment === '' || position === '')).toEqual([]);
});

test('records without an ID are rejected and told by their machine, and their cells are skipped once the plan waits no longer', async () => {
  const without = payloadsAt('tab_welding').filter(({ cell_id }) => cell_id === undefined);
  expect(without.length).toBeGreaterThan(30);
  const rejected = await real.signals({ kinds: ['rejected'] }, Date.now() - HOUR, Date.now() + HOUR);
  const ofWelders = rejected.filter(({ equipment }) => String(equipment).startsWith('tab-welder'));
  expect(ofWelders.reduce((sum, { value }) => sum + Number(value), 0)).toBe(without.length);
  const seenNext = new Set(payloadsAt('case_welding').map(({ cell_id }) => cell_id));
  const cells = truthOf('missing').cells.filter((cell) => seenNext.has(cell));
  expect(cells.length).toBeGreaterThan(30);
  expect(lacking(cells, cellsOf(await found('skipped', 'tab_welding', untilMs + 5 * HOUR)))).toEqual([]);
});

test('what a wavering nozzle cost is told from when it truly began, with every cell that it filled and every one out of spec', async () => {
  const truth = truthOf('nozzle-wavering');
  const rows = await real.losses({}, startMs, untilMs);
  const row = rows.find(
    ({ kind, station, equipment, position }) =>
      [kind, station, equipment, position].join(' ') === 'out-of-control filling filler-02 nozzle-4'
  );
  const from = Number(row?.from);
  expect(Math.abs(from - truth.from_ms)).toBeLessThan(HOUR);
  expect(row).toMatchObject({ to: null, person_s: null, action_s: null, proof_s: null, slipped: 0 });
  const filled = results
    .filter(({ topic }) => topic.endsWith('/filler-02/_cellresult/filling'))
    .map(({ payload }) => payload as { cell_id?: string; visit: number; position?: string; timestamp_ms: number })
    .filter(({ position, visit, timestamp_ms }) => position === 'nozzle-4' && visit === 1 && timestamp_ms >= from);
  const cells = new Set(filled.map(({ cell_id }) => cell_id!));
  expect(row?.cells).toBe(cells.size);
  expect(lacking(cells, new Set(truth.cells)).length).toBeLessThanOrEqual(cells.size / 10);
  const outside = (await found('out-of-spec', 'filling')).filter(
    ({ cell_id, characteristic }) => characteristic === 'fill_mass' && cells.has(cell_id as string)
  );
  expect(row?.out_of_spec).toBe(cellsOf(outside).size);
  expect(cellsOf(outside).size).toBeGreaterThan(5);
});
