import { type Characteristic, type Plan, type Station } from '@cellthread/plan';

const severities: ReadonlyArray<Characteristic['severity']> = ['safety', 'critical', 'warning', 'info'];

/**
 * At most so many numbers that a plan cares about most: those with the most control limits, since somebody established each,
 * among these the severest, then in the order of the route.
 */
export function leading({ stations, control_limits }: Plan, most: number): Characteristic[] {
  const limits = ({ station, id }: Characteristic) =>
    control_limits.filter((limit) => limit.station === station && limit.characteristic === id).length;
  return stations
    .flatMap(({ characteristics }) => characteristics)
    .filter(({ chart, source, type }) => chart !== '' && source === 'station' && type === 'number')
    .sort((a, b) => limits(b) - limits(a) || severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .slice(0, most);
}

/** The station that measures it. */
export const stationOf = ({ stations }: Plan, of: Characteristic | undefined): Station | undefined =>
  stations.find(({ id }) => id === of?.station);

/** The last station that cells pass; of a plan without cells its last. */
export const lastOfCells = ({ stations }: Plan): Station | undefined =>
  stations.findLast(({ item }) => item === 'cell' || item === 'tray') ?? stations.at(-1);
