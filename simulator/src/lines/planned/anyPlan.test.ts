import { checkPlan, parsePlan, type Plan } from '@cellthread/plan';
import fc from 'fast-check';
import { readPlant } from '../../plant/readPlant';
import { type Message } from '../../world/Message';
import { world } from '../../world/world';
import { anyPlan } from './testing/anyPlan';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 10, 24, 10);
const RUNS = 60;
const MOST = 1500;

function records(plan: Plan): Message[] {
  const messages: Message[] = [];
  const options = {
    startMs: start,
    liveMs: start + 4 * HOUR,
    sinceMs: start - 48 * HOUR,
    thinCells: 20,
    compress: 150,
    cells: Infinity,
    defects: 1,
    epoch: 0,
    faults: [],
  };
  for (const message of world(readPlant(plan), 1, options)) {
    if (message.timeMs > start + 6 * HOUR || messages.length >= MOST) {
      break;
    }
    messages.push(message);
  }
  return messages;
}

const kinds = {
  number: (value: unknown) => Number.isFinite(value),
  count: (value: unknown) => Number.isInteger(value) && (value as number) >= 0,
  boolean: (value: unknown) => typeof value === 'boolean',
  text: () => false,
};

/** What a record says against its plan: a value of another type, a name or an ID that nobody can store. */
function complaints(plan: Plan, { topic, payload }: Message): string[] {
  const segments = topic.split('/');
  const odd = segments.filter((segment) => !/^[A-Za-z0-9_][A-Za-z0-9._:-]{0,63}$/.test(segment));
  const [contract, name = ''] = segments.slice(-2);
  const station = plan.stations.find(({ id }) => id === name);
  if (contract !== '_cellresult' || !station) {
    return contract === '_cellresult' ? [`no station ${name}`] : odd;
  }
  const id = payload[['cell', 'tray'].includes(station.item) ? 'cell_id' : 'item_id'];
  const raw = station.raw_values.map((r) => r.id);
  const values = Object.entries((payload.values ?? {}) as Record<string, unknown>);
  return [
    ...odd,
    ...(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(String(id)) ? [] : [`id ${String(id)}`]),
    ...(Number.isInteger(payload.visit) && (payload.visit as number) >= 1 ? [] : [`visit ${String(payload.visit)}`]),
    ...values.flatMap(([key, value]) => {
      const type = raw.includes(key) ? 'number' : station.characteristics.find((c) => c.id === key)?.type;
      return type !== undefined && kinds[type](value) ? [] : [`${name}.${key} of type ${type} is ${String(value)}`];
    }),
  ];
}

test('any valid plan is simulated, and every record has the types its plan says', () => {
  let valid = 0;
  let said = 0;
  fc.assert(
    fc.property(anyPlan, (file) => {
      const text = JSON.stringify(file);
      if (checkPlan(text).problems.length > 0) {
        return;
      }
      valid += 1;
      const plan = parsePlan(text, 'plan.yaml');
      const messages = records(plan);
      said += messages.filter(({ topic }) => topic.includes('/_cellresult/')).length;
      expect(messages.flatMap((message) => complaints(plan, message)).slice(0, 5)).toEqual([]);
    }),
    { numRuns: RUNS, seed: 20_261_124 }
  );
  // Few of the drawn plans are refused, and those that are not have records.
  expect(valid).toBeGreaterThan(0.9 * RUNS);
  expect(said / valid).toBeGreaterThan(50);
});
