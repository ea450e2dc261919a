import { itemsAValue, usualCycle } from '../cadence';
import { stationOf } from '../select';
import type { Plan, Site } from '../types';
import type { PlannedMonitor } from './monitorsOf';
import { areTwins } from './stream';

/**
 * Windows of all streams of a monitor in one shift of a site, at most: as many as are long enough, and as its items fill. Of a
 * machine's items each of its positions has its part.
 */
export function pointsAShift(plan: Plan, site: Site, monitor: PlannedMonitor): number {
  const station = stationOf(plan, monitor.station);
  const sample = station.characteristics.find(({ id }) => id === monitor.characteristic)?.sample ?? '';
  const machine = monitor.streams[0]?.equipment;
  const parts = plan.equipment.find(({ id, site: at }) => at === site.id && id === machine)?.positions.length ?? 0;
  const oneByOne = station.item === 'cell' || station.item === 'tray';
  const item_s = oneByOne ? (station.cycle_s ?? usualCycle) * itemsAValue(sample) : 0;
  const own_s = monitor.streams[0]?.position ? item_s * Math.max(1, parts) : item_s;
  const point_s = Math.max(monitor.window_s, own_s * Math.max(1, monitor.min_n));
  return (judgedOf(monitor) * shiftSeconds(site)) / point_s;
}

/** What is judged in a window of a monitor: its streams; of twins their pairs, each by a quick and by a slow EWMA. */
function judgedOf({ against, streams }: PlannedMonitor): number {
  const { length } = streams;
  return against === 'sisters' && areTwins(streams) ? length * (length - 1) : length;
}

export const shiftSeconds = ({ calendar }: Site) => 86_400 / Math.max(1, calendar.shifts.length);
