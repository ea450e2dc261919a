import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../../plant/readPlant';
import { type Message } from '../../world/Message';
import { world } from '../../world/world';
import { type Truth } from '../Fault';
import { calm, faultKindOf } from '../faultKinds';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const plant = readPlant(loadPlan());
/** An hour before a change of shift. */
const start = Date.UTC(2026, 10, 24, 12);
const fromMs = start + 50 * MINUTE;

/** What a line of two sends in the first hours, with one case or with none. */
function simulate(id?: string, toMs = Infinity, place?: string, hours = 2): { messages: Message[]; truth?: Truth } {
  const fault = id === undefined ? undefined : faultKindOf(plant, id).start({ plant, seed: 1, fromMs, toMs, place });
  const options = { sinceMs: start, thinCells: 0, compress: 600, cells: Infinity, defects: 1, epoch: 0 };
  const faults = fault ? [fault] : [];
  const messages: Message[] = [];
  for (const message of world(plant, 1, { ...options, startMs: start, liveMs: start + 24 * HOUR, faults })) {
    if (message.timeMs > start + hours * HOUR) {
      break;
    }
    messages.push(message);
  }
  return { messages, truth: fault?.truth() };
}

const usual = simulate().messages;
const text = ({ topic, payload }: Message) => `${topic} ${JSON.stringify(payload)}`;
const resultsOf = (messages: Message[], line: string, station: string) =>
  messages.filter(({ topic }) => topic.includes(`/${line}/`) && topic.endsWith(`/_cellresult/${station}`));
const startsOf = (messages: Message[], line: string, station: string) =>
  resultsOf(messages, line, station).map(({ payload }) => payload.started_ms as number);

test.each(calm.map(({ id }) => id))('%s says that nothing may follow, and changes nothing before it begins', (id) => {
  const { messages, truth } = simulate(id, Infinity, undefined, 0.9);
  const before = (list: Message[]) => list.filter(({ timeMs }) => timeMs < fromMs).map(text);
  expect(before(messages)).toEqual(before(usual));
  expect(truth).toMatchObject({ id, silent: true, site: plant.site, from_ms: fromMs });
  // What may not be told of has names: else nothing that is told would count.
  expect(truth?.characteristics.length).toBeGreaterThan(0);
});

test('at lunch one line starts nothing and stands, says so, and goes on; the other one knows nothing of it', () => {
  const { messages, truth } = simulate('lunch-stop', Infinity, 'line-2');
  const end = fromMs + 30 * MINUTE;
  expect(truth).toMatchObject({ line: 'line-2', to_ms: end });
  for (const station of ['stacking', 'filling']) {
    const starts = startsOf(messages, 'line-2', station);
    expect(starts.filter((at) => at >= fromMs && at < end)).toEqual([]);
    expect(starts.filter((at) => at >= end).length).toBeGreaterThan(50);
    expect(startsOf(messages, 'line-1', station)).toEqual(startsOf(usual, 'line-1', station));
  }
  const stops = messages.filter(({ topic, payload }) => topic.includes('/line-2/') && payload.state === 'planned-stop');
  expect(stops.length).toBeGreaterThan(10);
});

test('before the night a line runs empty: its machines stand an hour after the last item was started', () => {
  const fault = faultKindOf(plant, 'night-restart').start({ plant, seed: 1, fromMs, toMs: Infinity });
  const [line, other] = plant.lines;
  const until = (t: number, starting: boolean) => line && fault.stands?.(line, t, starting);
  const end = fromMs + 8 * HOUR;
  expect([until(fromMs - 1, true), until(fromMs, true), until(end - 1, true)]).toEqual([undefined, end, end]);
  expect([until(fromMs, false), until(fromMs + HOUR, false), until(end, false)]).toEqual([undefined, end, undefined]);
  expect(other && fault.stands?.(other, fromMs, true)).toBeUndefined();
});

test('a line changes over to the other product and back', () => {
  const { messages, truth } = simulate('changeover', fromMs + 25 * MINUTE, 'line-1');
  const events = messages.filter(({ topic }) => topic.includes('/line-1/') && topic.endsWith('/_event/changeover'));
  expect(events.map(({ payload }) => payload.text)).toEqual(['changeover to lfp-105', 'changeover to lfp-202']);
  const other = resultsOf(messages, 'line-1', 'stacking').filter(({ payload }) => payload.product === 'lfp-105');
  expect(new Set(other.map(({ payload }) => payload.cell_id))).toEqual(new Set(truth?.cells));
  expect(other.length).toBeGreaterThan(10);
});

test('another crew works as the usual one would have: only the names differ, from the change of shift on', () => {
  const { messages, truth } = simulate('other-crew', Infinity, 'line-1');
  const nameless = ({ topic, payload: { operator: _name, ...payload } }: Message) =>
    text({ topic, payload, timeMs: 0 });
  expect(messages.map(nameless)).toEqual(usual.map(nameless));
  const changed = messages.filter(({ payload }, i) => payload.operator !== usual[i]?.payload.operator);
  expect(changed.every(({ topic }) => topic.includes('/line-1/'))).toBe(true);
  expect(changed.every(({ payload }) => (payload.timestamp_ms as number) >= start + HOUR)).toBe(true);
  expect(new Set(changed.map(({ payload }) => payload.operator))).toEqual(new Set(truth?.operators));
  expect(truth?.cells.length).toBeGreaterThan(50);
});

test('a machine that was cut off tells all of it later, in order, and nothing else differs', () => {
  const end = fromMs + 40 * MINUTE;
  const { messages, truth } = simulate('back-fill', end, 'tab-welder-02');
  expect(messages.map(text).sort()).toEqual(usual.map(text).sort());
  const own = messages.filter(({ topic }) => topic.endsWith('/tab-welder-02/_cellresult/tab_welding'));
  expect(own.filter(({ timeMs }) => timeMs >= fromMs && timeMs < end)).toEqual([]);
  const late = own.filter(({ payload }) => truth?.cells.includes(String(payload.cell_id)) && payload.visit === 1);
  const measured = late.map(({ payload }) => payload.timestamp_ms as number).filter((at) => at >= fromMs);
  expect(measured.length).toBeGreaterThan(50);
  expect(late.filter(({ timeMs }) => timeMs >= end).length).toBeGreaterThan(50);
});

test('replaced gauges are told of once, and measure as those before', () => {
  const { messages, truth } = simulate('gauge-replaced', Infinity, 'leak-tester-02');
  const rest = messages.filter(({ topic }) => !topic.endsWith('/_event/calibration'));
  expect(rest.map(text)).toEqual(usual.map(text));
  const [event, ...more] = messages.filter((message) => !rest.includes(message));
  expect(more).toEqual([]);
  expect(event?.topic).toMatch(/\/line-2\/leak-tester-02\/_event\/calibration$/);
  expect(event?.payload).toMatchObject({ equipment: 'leak-tester-02', target_id: 'leak-tester-02', source: 'mes' });
  expect(truth).toMatchObject({ station: 'leak_prefill', characteristics: ['pressure_decay'] });
});

test('a place that the plan has not is refused, and a changeover without a second product', () => {
  for (const { id } of calm) {
    expect(() => simulate(id, Infinity, 'nowhere')).toThrow(/"nowhere" is no .+: choose one of .+/);
  }
  const [product = ''] = plant.products;
  const single = { ...plant, products: [product] };
  expect(() => faultKindOf(single, 'changeover').start({ plant: single, seed: 1, fromMs, toMs: Infinity })).toThrow(
    'The plan has no second product'
  );
});
