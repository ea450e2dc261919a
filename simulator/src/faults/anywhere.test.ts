import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { defaultPlant } from '@cellthread/plan/plant';
import { faultWish } from '../command/faultWish';
import { readPlant } from '../plant/readPlant';
import { type Message } from '../world/Message';
import { world } from '../world/world';
import { type Truth } from './Fault';
import { anywhere, faultKindOf } from './faultKinds';

const HOUR = 3_600_000;
const plant = readPlant(loadPlan(path.join(defaultPlant(), '../pouch-pilot/plan.yaml')));
const start = Date.UTC(2026, 10, 24, 4);
const fromMs = start + 4 * HOUR;
const until = start + 40 * HOUR;

/** The line with one fault, or with none: its messages, and the truth. */
function simulate(text?: string): { messages: Message[]; truth?: Truth } {
  const wish = text === undefined ? undefined : faultWish(text);
  const fault = wish && faultKindOf(plant, wish.id).start({ ...wish, plant, seed: 1, fromMs, toMs: Infinity });
  const messages: Message[] = [];
  const options = {
    startMs: start,
    liveMs: until,
    sinceMs: start,
    thinCells: 0,
    compress: 150,
    cells: Infinity,
    defects: 1,
    epoch: 0,
    faults: fault ? [fault] : [],
  };
  for (const message of world(plant, 1, options)) {
    if (message.timeMs > until) {
      break;
    }
    messages.push(message);
  }
  return { messages, truth: fault?.truth() };
}

interface Result {
  cell_id?: string;
  visit: number;
  verdict: string;
  run_type: string;
  position?: string;
  timestamp_ms: number;
  values: Record<string, number | boolean>;
  leaves: number;
}

const results = (messages: Message[], station: string): Result[] =>
  messages
    .filter(({ topic }) => topic.endsWith(`/_cellresult/${station}`))
    .map(({ payload, timeMs }) => ({ ...(payload as unknown as Result), leaves: timeMs }))
    .filter(({ run_type }) => run_type !== 'master');

const calm = simulate();
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const numbers = (list: Result[], id: string) => list.map(({ values }) => Number(values[id]));

test.each(anywhere.map(({ id }) => id))('%s says where it is, and changes nothing before it begins', (id) => {
  const { messages, truth } = simulate(id);
  const before = (list: Message[]) => JSON.stringify(list.filter(({ timeMs }) => timeMs < fromMs));
  expect(before(messages)).toBe(before(calm.messages));
  expect(truth).toMatchObject({ id, silent: false, site: 'in1', from_ms: fromMs, to_ms: null });
  expect(plant.stations.map((s) => s.id).concat('*')).toContain(truth?.station);
  expect(truth?.cells.length).toBeGreaterThan(5);
});

test('missing IDs are those of the truth, and no other station lacks one', () => {
  const { messages, truth } = simulate('missing:tab_joining');
  const unread = results(messages, 'tab_joining').filter(({ cell_id }) => cell_id === undefined);
  expect(unread.length).toBe(truth?.cells.length);
  expect(results(messages, 'release_test').every(({ cell_id }) => cell_id !== undefined)).toBe(true);
});

test('duplicate IDs stand for the items of the truth, which are not seen at that visit', () => {
  const { messages, truth } = simulate('duplicate:release_test');
  const seen = new Set(results(messages, 'release_test').map(({ cell_id, visit }) => `${cell_id} ${visit}`));
  const records = results(messages, 'release_test').length;
  expect(records - seen.size).toBeGreaterThan(0);
  expect(records - seen.size).toBeLessThanOrEqual(truth?.cells.length ?? 0);
});

test('late records are those of the truth', () => {
  const { messages, truth } = simulate('late:z_folding');
  const late = results(messages, 'z_folding').filter(({ leaves, timestamp_ms }) => leaves - timestamp_ms >= 60_000);
  const told = new Set(truth?.cells);
  expect(late.filter(({ cell_id }) => told.has(cell_id ?? '')).length).toBeGreaterThan(5);
});

test('implausible readings lie beyond what is plausible', () => {
  const { messages, truth } = simulate('implausible:dosing_and_seal.dose_mass');
  const told = new Set(truth?.cells);
  const odd = results(messages, 'dosing_and_seal').filter(({ values }) => Number(values.dose_mass) > 40);
  expect(odd.length).toBeGreaterThan(5);
  // A sentinel of the gauge's own may stand among them.
  expect(odd.filter(({ cell_id }) => !told.has(cell_id ?? '')).length).toBeLessThanOrEqual(1);
});

test.each([
  [
    'out-of-spec:dosing_and_seal.dose_mass',
    'dosing_and_seal',
    ({ dose_mass }: Result['values']) => Number(dose_mass) > 13.4,
  ],
  [
    'out-of-spec:tab_joining.spatter_count',
    'tab_joining',
    ({ spatter_count }: Result['values']) => spatter_count === 4,
  ],
  [
    'out-of-spec:z_folding.short_test_passed',
    'z_folding',
    ({ short_test_passed }: Result['values']) => !short_test_passed,
  ],
] as const)('%s: the items of the truth are judged bad', (text, station, isBad) => {
  const { messages, truth } = simulate(text);
  const told = new Set(truth?.cells);
  const first = results(messages, station).filter(({ cell_id, visit }) => visit === 1 && told.has(cell_id ?? ''));
  expect(first.length).toBeGreaterThan(20);
  expect(first.filter(({ values }) => !isBad(values)).length / first.length).toBeLessThan(0.1);
  expect(first.filter(({ verdict }) => verdict === 'ok').length / first.length).toBeLessThan(0.1);
});

test('a drift moves a measured value by three standard deviations, a truth towards false', () => {
  const after = (list: Message[], station: string) =>
    results(list, station).filter(({ timestamp_ms }) => timestamp_ms > fromMs + 4 * HOUR);
  const force = simulate('drift:first_charge.charge_efficiency').messages;
  const shift = (id: string, station: string, list: Message[]) =>
    mean(numbers(after(list, station), id).filter((v) => v < 9999)) -
    mean(numbers(after(calm.messages, station), id).filter((v) => v < 9999));
  // Its only limit is the lower one, σ is 0.87.
  expect(shift('charge_efficiency', 'first_charge', force)).toBeCloseTo(-2.6, 0);
  const tight = simulate('drift:dosing_and_seal.pouch_tight').messages;
  expect(shift('pouch_tight', 'dosing_and_seal', tight)).toBeLessThan(-0.3);
});

test.each([
  // The only limit is the lower one.
  ['sister-shift', -1, 1],
  ['sister-spread', 0, 2],
] as const)('%s moves one clamp of many, its neighbours not', (id, shift, ratio) => {
  const { messages, truth } = simulate(`${id}:charge_efficiency.charger-1.clamp-7`);
  expect(truth).toMatchObject({ equipment: ['charger-1'], position: 'clamp-7', station: 'first_charge' });
  const at = (list: Message[], clamp: string) => {
    const own = results(list, 'first_charge').filter(
      ({ position, timestamp_ms }) => position === clamp && timestamp_ms >= fromMs
    );
    return numbers(own, 'charge_efficiency').filter((v) => v < 9999);
  };
  expect(at(messages, 'clamp-8')).toEqual(at(calm.messages, 'clamp-8'));
  const [own, before] = [at(messages, 'clamp-7'), at(calm.messages, 'clamp-7')];
  const { sigma = 1 } =
    plant.characteristics
      .find((c) => c.id === 'charge_efficiency')
      ?.specs.values()
      .next().value ?? {};
  const deviation = (list: number[]) => Math.sqrt(mean(list.map((v) => (v - mean(list)) ** 2)));
  expect(own.length).toBeGreaterThan(12);
  // One spread of so few.
  expect((mean(own) - mean(before)) / sigma).toBeGreaterThan(shift - 0.7);
  expect((mean(own) - mean(before)) / sigma).toBeLessThan(shift + 0.7);
  expect(deviation(own) / deviation(before)).toBeGreaterThan(0.7 * ratio);
  expect(deviation(own) / deviation(before)).toBeLessThan(1.5 * ratio);
});

test('a place that the plan has not is refused with those there are', () => {
  expect(() => simulate('drift:press')).toThrow(
    '"press" is no station with a machine: choose one of z_folding, tab_joining'
  );
  expect(() => simulate('drift:tab_joining.force')).toThrow(
    '"force" is no characteristic of tab_joining: choose one of join_energy'
  );
  for (const id of ['welder-leakers', 'nonsense']) {
    expect(() => simulate(id)).toThrow(
      `--fault ${id}: this plan's line has no such fault; choose one of out-of-spec, drift, sister-shift, sister-spread, implausible, duplicate, missing, late, cell-id-trouble, lunch-stop, night-restart, changeover, other-crew, back-fill, gauge-replaced.`
    );
  }
});
