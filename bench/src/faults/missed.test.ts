import { loadPlan } from '@cellthread/plan/load';
import { faultTable } from './faultTable';
import { type Finding } from './finding';
import { isMute, type Missed } from './missed';

const plan = loadPlan();
const nozzle = {
  what: 'level' as const,
  station: 'filling',
  equipment: ['filler-02'],
  characteristics: ['fill_vacuum'],
};

test('what is held against itself without approved limits is not watched, its share is', () => {
  const alone = { ...nozzle, station: 'soaking', characteristics: ['soak_time'] };
  expect(isMute(plan, alone)).toBe(true);
  expect(isMute(plan, { ...alone, what: 'share' })).toBe(false);
  expect(isMute(plan, nozzle)).toBe(false);
});

test('what all sisters do alike is watched only by approved limits', () => {
  const all = { what: 'level' as const, station: 'stacking', equipment: [], characteristics: ['hipot_resistance'] };
  expect(isMute(plan, all)).toBe(true);
  expect(isMute(plan, { ...all, equipment: ['stacker-01'] })).toBe(false);
});

const row = (missed: Missed) => {
  const finding = {
    truth: { silent: false },
    near: [],
    beside: [],
    without: [],
    sizes: [],
    missed,
  } as unknown as Finding;
  return faultTable('Faults', new Map([['sister-shift', [finding]]])).rows[0]!.at(-1);
};

test('a fault that is not named says by which limits it would be, and of how many items', () => {
  expect(row({ mute: false, items: 13 })).toBe('not by half, 13 items');
  expect(row({ mute: true, items: 446 })).toBe('not watched: no approved limits');
});
