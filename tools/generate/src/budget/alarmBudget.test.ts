import { loadPlan } from '@cellthread/plan/load';
import { ewmaShewhartArl } from '@cellthread/stats';
import { alarmBudget, lambda } from './alarmBudget';

const plan = loadPlan();
const lines = alarmBudget(plan, plan.sites[0]!);

test('the budget is spent exactly: points by run length', () => {
  lines.forEach(({ points, arl, budget }) => expect(points / arl).toBeCloseTo(budget, 10));
});

test('the limits give that run length', () => {
  lines.forEach(({ arl, l, k }) => expect(ewmaShewhartArl(lambda, l, k) / arl).toBeCloseTo(1, 6));
});

test('where more is watched the limits are wider', () => {
  const sorted = [...lines].sort((a, b) => a.arl - b.arl);
  expect(sorted.map(({ l }) => l)).toEqual(sorted.map(({ l }) => l).sort((a, b) => a - b));
});

test('a site has the budget of the areas that it names itself', () => {
  const site = plan.sites[0]!;
  const renamed = { ...site, id: 'other', areas: site.areas.map((area) => ({ ...area, id: `${area.id}-x` })) };
  const equipment = plan.equipment
    .filter((machine) => machine.site === site.id)
    .map((machine) => ({ ...machine, site: 'other', area: `${machine.area}-x` }));
  const both = { ...plan, sites: [...plan.sites, renamed], equipment: [...plan.equipment, ...equipment] };
  expect(lines.length).toBeGreaterThan(1);
  expect(alarmBudget(both, renamed)).toEqual(lines);
});
