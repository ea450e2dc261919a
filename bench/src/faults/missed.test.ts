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

const missing = (missed: Missed, items: number) => {
  const finding = { truth: { silent: false }, near: [], beside: [], without: [], sizes: [], items, missed };
  return finding as unknown as Finding;
};
const row = (...findings: Finding[]) => faultTable('Faults', new Map([['sister-shift', findings]])).rows[0]!;

test('a fault that is not named says by which limits it would be, and of how many items', () => {
  expect(row(missing({ mute: false }, 13)).at(-1)).toBe('not by half, 13 items');
  expect(row(missing({ mute: true }, 446)).at(-1)).toBe('not watched: no approved limits');
});

test('of runs with too few items for anybody to tell it is said how many they are', () => {
  expect(row(missing({ mute: false }, 13), missing({ mute: false }, 446))[2]).toBe('0 of 1');
});
