import { ewmaShewhartLimitsFor } from '@cellthread/stats/arl/limitsFor';
import type { Characteristic, Plan, Site } from '../types';
import { monitorsOf, type PlannedMonitor } from './monitorsOf';
import { pointsAShift } from './pointsAShift';

/** Weight of a new point in the EWMA of alerts. */
export const lambda = 0.2;

/** No limits are narrower than those of a chart at 3 σ, however little is watched. */
const SHORTEST = 370;
/** A share is looked at over 1, 2, 4, 8, 16 and 32 windows. */
const LOOKS = 6;

/** Limits of alarms: of an EWMA and of single windows in σ, and the probability below which a share is no chance. */
export interface Alarm {
  lambda: number;
  width: number;
  shewhart: number;
  tail: number;
}

/** What is spent of the alarm budget on a route at a site; for maintenance in one area. */
export interface BudgetLine {
  route: Characteristic['route'];
  area?: string;
  /** Streams judged, by what is judged of them. */
  streams: Record<PlannedMonitor['what'], number>;
  /** Windows of all of them in one shift, at most. */
  points: number;
  /** Points between two false alarms of one stream. */
  arl: number;
}

const pointsOf = (plan: Plan, site: Site, monitors: readonly PlannedMonitor[]) =>
  monitors.reduce((sum, monitor) => sum + pointsAShift(plan, site, monitor), 0);

/** The monitors of a site while it makes what asks for the most points: a machine makes one product at a time. */
function busiest(plan: Plan, site: Site): PlannedMonitor[] {
  return plan.products
    .map(({ id }) => monitorsOf(plan, site, id))
    .reduce((most, of) => (pointsOf(plan, site, of) > pointsOf(plan, site, most) ? of : most), []);
}

/** The area of a site that a station lies in. */
export const areaOf = (plan: Plan, site: Site, station: string) =>
  plan.equipment.find((machine) => machine.site === site.id && machine.station === station)?.area;

/**
 * How the alarm budget of a site is spent on its monitors, a line a route, of maintenance an area. ARL₀ of all of them is that of
 * the plant's budget spread over all points; where that lets an area's maintenance have more than it can bear, its own.
 */
export function alarmBudget(plan: Plan, site: Site): BudgetLine[] {
  const all = busiest(plan, site);
  const plant = Math.max(SHORTEST, pointsOf(plan, site, all) / plan.alarm_budget.plant);
  const line = (route: BudgetLine['route'], of: PlannedMonitor[], arl: number, area?: string): BudgetLine[] => {
    const streams = { level: 0, spread: 0, share: 0 };
    of.forEach(({ what, streams: { length } }) => (streams[what] += length));
    return of.length === 0 ? [] : [{ route, area, streams, points: pointsOf(plan, site, of), arl }];
  };
  const on = (route: BudgetLine['route']) => all.filter((monitor) => monitor.route === route);
  const areas = site.areas.map(({ id }) => ({
    id,
    of: on('maintenance').filter(({ station }) => areaOf(plan, site, station) === id),
  }));
  const maintenance = Math.max(
    plant,
    ...areas.map(({ of }) => pointsOf(plan, site, of) / plan.alarm_budget.maintenance)
  );
  return [
    ...areas.flatMap(({ id, of }) => line('maintenance', of, maintenance, id)),
    ...(['quality', 'engineering'] as const).flatMap((route) => line(route, on(route), plant)),
  ];
}

/**
 * The limits of alarms of each route of a plan: those of the site where the budget asks for the widest. A Shewhart limit stands
 * 0.2 σ beyond that of the EWMA.
 * @throws Error where no limits are so wide.
 */
export function alarms(plan: Plan): Partial<Record<Characteristic['route'], Alarm>> {
  const longest: Partial<Record<Characteristic['route'], number>> = {};
  for (const { route, arl } of plan.sites.flatMap((site) => alarmBudget(plan, site))) {
    longest[route] = Math.max(arl, longest[route] ?? 0);
  }
  return Object.fromEntries(Object.entries(longest).map(([route, arl]) => [route, alarmFor(route, arl)]));
}

type Limits = ReturnType<typeof ewmaShewhartLimitsFor>;

/** By ARL: several routes and every reader of a plan ask for the same, which takes a fifth of a second to find. */
const found = new Map<number, Limits>();

function limitsFor(arl: number): Limits {
  const limits = found.get(arl) ?? ewmaShewhartLimitsFor(arl, lambda);
  found.set(arl, limits);
  return limits;
}

const digits = (value: number, precision: number) => Number(value.toPrecision(precision));

function alarmFor(route: string, arl: number): Alarm {
  const { width, shewhart } = limitsFor(arl);
  if (width === null || shewhart === null) {
    throw new Error(`alarm_budget: no limits of ${route} give one false alarm in ${Math.round(arl)} points; raise it`);
  }
  return { lambda, width: digits(width, 4), shewhart: digits(shewhart, 4), tail: digits(1 / arl / LOOKS, 3) };
}
