import { normalCdf, severalRate } from '@cellthread/stats';
import { itemsAValue, usualCycle, usualWindow } from '../cadence';
import { equipmentAt, stationOf } from '../select';
import type { Characteristic, Plan, Site } from '../types';
import { areaOf } from './alarmBudget';
import { measured } from './monitorsOf';
import { shiftSeconds } from './pointsAShift';

/** What k of n costs a route at a site; maintenance in one area. */
export interface SeveralLine {
  route: Characteristic['route'];
  area?: string;
  characteristics: number;
  /** Values of all of them in one shift, at most. */
  values: number;
  /** False alarms a shift, at most, where as many values are out of spec as the Cpk that the plan demands allows. */
  expected: number;
  /** What the plan lets the route have a shift. */
  budget: number;
  /** The share out of spec up to which that is enough, the same of all; none where it always is. */
  bearable: number | undefined;
}

/** A characteristic of which k of n is told, and how many values of it there are in a shift. */
interface Watched {
  of: Characteristic;
  values: number;
}

const bounds = ({ spec, overrides }: Characteristic) =>
  Math.max(...[spec, ...overrides].map(({ lsl, usl }) => Number(lsl !== undefined) + Number(usl !== undefined)));

/** The share out of spec of a normal characteristic in the middle of its spec that has just the Cpk demanded of it. */
const demanded = (of: Characteristic) => bounds(of) * normalCdf(-3 * of.capability_target);

/** Values of a characteristic in a shift of a site: a cycle each at every machine; of rolls and batches one a window. */
function valuesAShift(plan: Plan, site: Site, of: Characteristic): number {
  const { item, cycle_s } = stationOf(plan, of.station);
  const slow = item === 'roll' || item === 'batch' ? usualWindow : usualCycle;
  const machines = equipmentAt(plan, { site: site.id, station: of.station }).length;
  return (machines * shiftSeconds(site)) / ((cycle_s ?? slow) * itemsAValue(of.sample));
}

const expectedOf = (watched: readonly Watched[], share: (of: Characteristic) => number) =>
  watched.reduce((sum, { of, values }) => sum + values * severalRate(of.k_of_n.k, of.k_of_n.n, share(of)), 0);

/** Up to where all of them together have no more than a budget, by halves; beyond the least k/n nothing begins that is by chance. */
function bearableOf(watched: readonly Watched[], budget: number): number | undefined {
  let [low, high] = [0, Math.min(...watched.map(({ of: { k_of_n } }) => k_of_n.k / (k_of_n.n + 1)))];
  if (expectedOf(watched, () => high) <= budget) {
    return undefined;
  }
  while (high - low > 1e-4 * high) {
    const middle = (low + high) / 2;
    [low, high] = expectedOf(watched, () => middle) <= budget ? [middle, high] : [low, middle];
  }
  return low;
}

/**
 * How many false alarms the signal k-of-n may have at a site, a line a route, of maintenance an area: by the share out of spec that the
 * plan's capability allows, and up to which share the route's budget would be enough for it alone.
 */
export function severalAlarms(plan: Plan, site: Site): SeveralLine[] {
  const watched = plan.stations
    .flatMap(({ characteristics }) => characteristics)
    .filter((of) => measured(of) && bounds(of) > 0)
    .map((of) => ({ of, values: valuesAShift(plan, site, of) }))
    .filter(({ values }) => values > 0);
  const line = (route: SeveralLine['route'], of: Watched[], budget: number, area?: string): SeveralLine[] =>
    of.length === 0
      ? []
      : [
          {
            ...{ route, area, characteristics: of.length, budget },
            values: of.reduce((sum, { values }) => sum + values, 0),
            expected: expectedOf(of, demanded),
            bearable: bearableOf(of, budget),
          },
        ];
  const on = (route: SeveralLine['route']) => watched.filter(({ of }) => of.route === route);
  return [
    ...site.areas.flatMap(({ id }) =>
      line(
        'maintenance',
        on('maintenance').filter(({ of }) => areaOf(plan, site, of.station) === id),
        plan.alarm_budget.maintenance,
        id
      )
    ),
    ...(['quality', 'engineering'] as const).flatMap((route) => line(route, on(route), plan.alarm_budget.plant)),
  ];
}
