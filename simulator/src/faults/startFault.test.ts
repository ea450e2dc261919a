import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { defaultPlant } from '@cellthread/plan/plant';
import { faults as prismaticFaults } from '../lines/lfp-prismatic/faults/faults';
import { dense, HOUR, plant as prismatic, start } from '../lines/lfp-prismatic/taken';
import { type Plant } from '../plant/Plant';
import { readPlant } from '../plant/readPlant';
import { type Action } from '../told/Told';
import { played } from '../told/testing/played';
import { anywhere, faultKindOf } from './faultKinds';
import { startFault } from './startFault';

const pouch = readPlant(loadPlan(path.join(defaultPlant(), '../pouch-pilot/plan.yaml')));
const fromMs = start + HOUR;
const mendedMs = start + 2 * HOUR;
const until = start + 4 * HOUR;

/** The line with a fault that lasts until it is told, or until something is done about it. */
function run(plant: Plant, id: string, place: string | undefined, toMs: number, done?: Action) {
  const fault = startFault(faultKindOf(plant, id), { plant, seed: 1, fromMs, toMs, place });
  const before = done ? [{ ...done, atMs: mendedMs }] : [];
  const { messages } = played(plant, { ...dense, faults: [fault] }, until, () => undefined, before);
  return { messages: JSON.stringify(messages), truth: fault.truth() };
}

const doing = (equipment: string, reference: string, more: Partial<Action> = {}): Action => ({
  what: 'action',
  place: { area: 'a', line: 'line-1', equipment },
  id: 'action-1',
  event: 'action',
  reference,
  equipment,
  ...more,
});

describe('a nozzle that wavers', () => {
  const place = 'filler-02.nozzle-4';
  const going = run(prismatic, 'nozzle-wavering', place, Infinity);

  test.each([
    doing('filler-02', 'nozzle-cleaned', { position: 'nozzle-4' }),
    doing('filler-02', 'nozzle-replaced', { event: 'maintenance' }),
  ])('ends when it is cleaned or replaced: $reference', (action) => {
    const mended = run(prismatic, 'nozzle-wavering', place, Infinity, action);
    expect(mended.messages).toBe(run(prismatic, 'nozzle-wavering', place, mendedMs).messages);
    const { reference: by, event, equipment, position } = action;
    expect(mended.truth).toMatchObject({
      to_ms: mendedMs,
      ended: [{ at_ms: mendedMs, by, event, event_id: 'action-1', equipment, position }],
    });
  });

  test.each([
    ['another nozzle', doing('filler-02', 'nozzle-cleaned', { position: 'nozzle-5' })],
    ['another machine', doing('filler-01', 'nozzle-cleaned', { position: 'nozzle-4' })],
    ['another action', doing('filler-02', 'balance-calibrated', { position: 'nozzle-4' })],
  ])('goes on after what is done is %s', (_, action) => {
    const { messages, truth } = run(prismatic, 'nozzle-wavering', place, Infinity, action);
    expect(messages).toBe(going.messages);
    expect(truth).toMatchObject({ to_ms: null });
    expect(truth.ended).toBeUndefined();
  });
});

test('of two welders each is mended by itself, and the fault is over when both are', () => {
  const fault = startFault(faultKindOf(prismatic, 'welder-leakers'), {
    plant: prismatic,
    seed: 1,
    fromMs,
    toMs: Infinity,
  });
  const [first = '', second = ''] = fault.truth().equipment;
  fault.done?.(doing(first, 'head-changed'), mendedMs);
  expect(fault.truth()).toMatchObject({ to_ms: null, ended: [{ equipment: first }] });
  fault.done?.(doing(second, 'head-changed'), mendedMs + 1);
  expect(fault.truth()).toMatchObject({ to_ms: mendedMs + 1, ended: [{ equipment: first }, { equipment: second }] });
});

test('a fault of any plan ends by an action that the plan says mends what it moves', () => {
  const place = 'tab_joining.joint_resistance';
  const machines = pouch.lines.flatMap(({ equipment }) => equipment.get('tab_joining') ?? []);
  const line = pouch.lines[0]?.id ?? '';
  const all = {
    place: { area: 'a', line, equipment: machines[0]?.id ?? '' },
    equipment: undefined,
    station: 'tab_joining',
  };
  const mended = run(pouch, 'drift', place, Infinity, doing('', 'anvil-cleaned', all));
  expect(mended.messages).toBe(run(pouch, 'drift', place, mendedMs).messages);
  expect(mended.truth.to_ms).toBe(mendedMs);
  const wrong = run(pouch, 'drift', place, Infinity, doing('', 'camera-cleaned', all));
  expect(wrong.messages).toBe(run(pouch, 'drift', place, Infinity).messages);
});

test('what mends a fault of one process stands among the actions of its station', () => {
  const missing = prismaticFaults.flatMap((kind) => {
    const { station } = kind.start({ plant: prismatic, seed: 1, fromMs, toMs: Infinity }).truth();
    const known = prismatic.stations.find(({ id }) => id === station)?.actions.map(({ id }) => id) ?? [];
    const named = kind.mendedBy === 'plan' ? [] : (kind.mendedBy ?? []);
    return named.filter((id) => !known.includes(id)).map((id) => `${kind.id}: ${id}`);
  });
  expect(missing).toEqual([]);
});

test('every fault of any plan can be ended', () => {
  expect(anywhere.filter(({ mendedBy }) => mendedBy === undefined)).toEqual([]);
});
