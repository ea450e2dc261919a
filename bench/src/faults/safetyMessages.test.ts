import { loadPlan } from '@cellthread/plan/load';
import { safetyMessages } from './safetyMessages';
import { type Row, type Visit } from './simulate';

test('cells that a matter of safety is out of spec of are one message a machine, characteristic and minute', () => {
  const plan = loadPlan();
  const station = plan.stations.find(({ characteristics }) => characteristics.some((c) => c.severity === 'safety'))!;
  const severe = station.characteristics.find(({ severity }) => severity === 'safety')!;
  const other = station.characteristics.find(({ severity, spec }) => severity !== 'safety' && spec.lsl !== undefined)!;
  const at = (timeMs: number, equipment: string, values: Visit['values']): Row => ({
    timeMs,
    text: JSON.stringify({ timeMs, equipment, product: 'p', values }),
  });
  const bad = { [severe.id]: severe.spec.lsl! - 1 };
  const rows = [
    at(0, 'm-1', bad),
    at(59_999, 'm-1', bad),
    at(60_000, 'm-1', bad),
    at(60_000, 'm-2', bad),
    at(60_000, 'm-3', { [severe.id]: severe.spec.lsl! }),
    at(60_000, 'm-3', { [other.id]: other.spec.lsl! - 1 }),
    at(60_000, 'm-3', {}),
    { timeMs: 60_000, text: '{}', done: true as const },
  ];
  expect(safetyMessages(plan, new Map([[`line-1 ${station.id}`, rows]]))).toBe(3);
});
