import { HOUR } from '@cellthread/calendar';
import { loadPlan } from '@cellthread/plan/load';
import { safetyMessages } from './safetyMessages';
import { type Row, type Visit } from './simulate';

test('cells out of spec in a matter of safety are one message a machine and characteristic until a day was without', () => {
  const plan = loadPlan();
  const station = plan.stations.find(({ characteristics }) => characteristics.some((c) => c.severity === 'safety'))!;
  const severe = station.characteristics.find(({ severity }) => severity === 'safety')!;
  const other = station.characteristics.find(({ severity, spec }) => severity !== 'safety' && spec.lsl !== undefined)!;
  const at = (hour: number, equipment: string, values: Visit['values']): Row => ({
    timeMs: hour * HOUR,
    text: JSON.stringify({ timeMs: hour * HOUR, equipment, product: 'p', values }),
  });
  const bad = { [severe.id]: severe.spec.lsl! - 1 };
  const rows = [
    at(1, 'before', bad),
    at(20, 'before', bad),
    at(40, 'before', bad),
    at(30, 'm-1', bad),
    at(50, 'm-1', bad),
    at(73, 'm-1', bad),
    at(98, 'm-1', bad),
    at(30, 'm-2', bad),
    at(30, 'm-3', { [severe.id]: severe.spec.lsl! }),
    at(30, 'm-3', { [other.id]: other.spec.lsl! - 1 }),
    at(30, 'm-3', {}),
    { timeMs: 30 * HOUR, text: '{}', done: true as const },
  ];
  expect(safetyMessages(plan, new Map([[`line-1 ${station.id}`, rows]]), 0)).toBe(3);
});
