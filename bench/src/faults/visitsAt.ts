import { type Truth } from '@cellthread/simulator';
import { placeOf, type Records, type Visit } from './simulate';

/** The visits where a fault sits, of all lines where it sits at all of them. */
export function visitsAt(records: Records, { line, station, equipment, position }: Omit<Truth, 'cells'>): Visit[] {
  const places =
    line === '*' ? [...records.keys()].filter((key) => key.endsWith(` ${station}`)) : [placeOf({ line, station })];
  return places
    .flatMap((place) => records.get(place) ?? [])
    .filter(({ done }) => !done)
    .map(({ text }) => JSON.parse(text) as Visit)
    .filter(
      (visit) =>
        (equipment.length === 0 || equipment.includes(visit.equipment)) &&
        (position === undefined || position === visit.position)
    );
}
