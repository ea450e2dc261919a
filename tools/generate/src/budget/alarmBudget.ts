import { type Characteristic, equipmentAt, type Plan, type Site, type Station } from '@cellthread/plan';
import { limitsForArl } from './limitsForArl';

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

function line(plan: Plan, site: Site, scope: string, budget: number, characteristics: Characteristic[]): BudgetLine {
  const counts = characteristics.map((characteristic) => ({
    streams: streams(plan, site.id, characteristic),
    windows: shiftSeconds(site) / characteristic.monitor.window_s,
  }));
  const points = counts.reduce((sum, count) => sum + count.streams * count.windows, 0);
  const arl = points / budget;
  return {
    scope,
    streams: counts.reduce((sum, count) => sum + count.streams, 0),
    points,
    budget,
    arl,
    ...limitsForArl(arl),
  };
}

/** What the alarm budget means for the limits of alerts at a site: a line an area for maintenance, one for the plant. */
export function alarmBudget(plan: Plan, site: Site): BudgetLine[] {
  const watched = plan.stations
    .filter(windowed)
    .flatMap((station) => station.characteristics.map((characteristic) => ({ area: station.area, characteristic })));
  const areas = site.areas.map(({ id, name }) => {
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
  return [...areas, line(plan, site, 'plant', plan.alarm_budget.plant, all)].filter(({ streams }) => streams > 0);
}
