import { type Characteristic, equipmentAt, type Plan, type Site, type Station } from '@cellthread/plan';
import { ewmaShewhartLimitsFor } from '@cellthread/stats';

/** Weight of a new point in the EWMA of alerts. */
export const lambda = 0.2;

export interface BudgetLine {
  scope: string;
  streams: number;
  /** Windows of all streams in one shift, at most. */
  points: number;
  /** Signals a shift that people can bear. */
  budget: number;
  /** Points between two false alarms of one stream. */
  arl: number;
  l: number;
  k: number;
}

/** Streams of a characteristic at a site: its machines, or their positions where subgroups keep those apart. */
function streams(plan: Plan, site: string, characteristic: Characteristic): number {
  const machines = equipmentAt(plan, { site, station: characteristic.station });
  return characteristic.subgroup.by.includes('position')
    ? machines.reduce((sum, { positions }) => sum + Math.max(1, positions.length), 0)
    : machines.length;
}

function shiftSeconds({ calendar }: Site): number {
  return 86_400 / Math.max(1, calendar.shifts.length);
}

/** Batches and rolls come one at a time: they are judged one a lot, not in windows. */
const windowed = ({ item }: Station) => item === 'cell' || item === 'tray';

/** A line of the budget; none where nothing is watched. */
function line(plan: Plan, site: Site, scope: string, budget: number, characteristics: Characteristic[]): BudgetLine[] {
  const counts = characteristics.map((characteristic) => ({
    streams: streams(plan, site.id, characteristic),
    windows: shiftSeconds(site) / characteristic.monitor.window_s,
  }));
  const points = counts.reduce((sum, count) => sum + count.streams * count.windows, 0);
  const streamCount = counts.reduce((sum, count) => sum + count.streams, 0);
  if (streamCount === 0) {
    return [];
  }
  const arl = points / budget;
  const { width, shewhart } = ewmaShewhartLimitsFor(arl, lambda);
  if (width === null || shewhart === null) {
    throw new Error(`alarm_budget: no limits of ${scope} give one false alarm in ${Math.round(arl)} points; raise it`);
  }
  return [{ scope, streams: streamCount, points, budget, arl, l: width, k: shewhart }];
}

/** What the alarm budget means for the limits of alerts at a site: a line an area for maintenance, one for the plant. */
export function alarmBudget(plan: Plan, site: Site): BudgetLine[] {
  const watched = plan.stations
    .filter(windowed)
    .flatMap((station) => {
      const area = equipmentAt(plan, { site: site.id, station: station.id })[0]?.area;
      return station.characteristics.map((characteristic) => ({ area, characteristic }));
    })
    .filter(({ characteristic }) => characteristic.chart !== '');
  const areas = site.areas.flatMap(({ id, name }) => {
    const own = watched.filter(({ area, characteristic }) => area === id && characteristic.route === 'maintenance');
    return line(
      plan,
      site,
      `${name}, maintenance`,
      plan.alarm_budget.maintenance,
      own.map(({ characteristic }) => characteristic)
    );
  });
  const all = watched.map(({ characteristic }) => characteristic);
  return [...areas, ...line(plan, site, 'plant', plan.alarm_budget.plant, all)];
}
