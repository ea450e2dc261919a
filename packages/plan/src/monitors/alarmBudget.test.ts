import { ewmaShewhartArl } from '@cellthread/stats';
import { loadPlan } from '../loadPlan';
import { alarmBudget, alarms, lambda } from './alarmBudget';
import { muteOf } from './muteOf';

const plan = loadPlan();
const site = plan.sites[0]!;
const lines = alarmBudget(plan, site);
const expected = lines.reduce((sum, { points, arl }) => sum + points / arl, 0);

test('all routes together spend no more than the budget of the plant, and no area of maintenance more than its own', () => {
  expect(expected).toBeLessThanOrEqual(plan.alarm_budget.plant + 1e-9);
  const areas = lines.filter(({ route }) => route === 'maintenance').map(({ points, arl }) => points / arl);
  expect(Math.max(...areas)).toBeCloseTo(plan.alarm_budget.maintenance, 10);
});

test('the limits give the run length that the budget asks for', () => {
  const longest = Math.max(...plan.sites.flatMap((of) => alarmBudget(plan, of)).map(({ arl }) => arl));
  const { width, shewhart, tail } = alarms(plan).maintenance!;
  expect(ewmaShewhartArl(lambda, width, shewhart) / longest).toBeCloseTo(1, 1);
  expect(tail * 6 * longest).toBeCloseTo(1, 2);
});

test('where more is watched the limits are wider', () => {
  const half = { ...plan, sites: [site], alarm_budget: { maintenance: 0.25, plant: 1 } };
  expect(alarms(half).quality!.width).toBeGreaterThan(alarms(plan).quality!.width);
});

test('where hardly anything is watched limits stay those of a chart', () => {
  const few = { ...plan, stations: plan.stations.slice(0, 1) };
  expect(alarms(few).engineering!.shewhart).toBeGreaterThan(3);
});

test('a site has the budget of the areas that it names itself', () => {
  const renamed = { ...site, id: 'other', areas: site.areas.map((area) => ({ ...area, id: `${area.id}-x` })) };
  const equipment = plan.equipment
    .filter((machine) => machine.site === site.id)
    .map((machine) => ({ ...machine, site: 'other', area: `${machine.area}-x` }));
  const both = { ...plan, sites: [...plan.sites, renamed], equipment: [...plan.equipment, ...equipment] };
  const points = (of: typeof lines) => of.map((line) => line.points);
  expect(lines.length).toBeGreaterThan(1);
  expect(points(alarmBudget(both, renamed))).toEqual(points(lines));
});

test('gauges and zones have their part of the budget: more points, wider limits', () => {
  const without = plan.stations.map((station) => ({
    ...station,
    characteristics: station.characteristics
      .filter(({ source }) => source !== 'environment')
      .map((of) => ({ ...of, measurement: { ...of.measurement, master_check_s: undefined } })),
  }));
  const points = (of: typeof plan) => alarmBudget(of, site).reduce((sum, line) => sum + line.points, 0);
  expect(points(plan)).toBeGreaterThan(points({ ...plan, stations: without }));
  expect(muteOf(plan, site).map(({ id }) => id)).toEqual(
    muteOf({ ...plan, stations: without }, site).map(({ id }) => id)
  );
});
