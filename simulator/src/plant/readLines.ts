import { type Plan } from '@cellthread/plan';
import { hash } from '../core/hash';
import { type PlantEquipment, type PlantLine, type PlantStation } from './Plant';

/** Kinds of items in the order in which they come about; trays carry cells. */
const kinds = ['batch', 'roll', 'cell', 'module', 'pack'] as const;
type Kind = (typeof kinds)[number];

const kindOf = ({ item }: PlantStation): Kind => (item === 'tray' ? 'cell' : item);

function equipmentOf(plan: Plan, site: string, line: string, station: string): PlantEquipment[] {
  return plan.equipment
    .filter((e) => e.site === site && e.line === line && e.station === station)
    .map((e) => ({
      id: e.id,
      area: e.area,
      station: e.station,
      key: hash(`${site}/${e.id}`),
      positions: e.positions.map((position) => ({ id: position, key: hash(`${site}/${e.id}/${position}`) })),
    }));
}

/** Cells, else the first of what is built of cells, else the last of what cells are made of. */
function leadOf(stations: readonly PlantStation[]): Kind | undefined {
  const present = kinds.filter((kind) => stations.some((station) => kindOf(station) === kind));
  return present.find((kind) => ['cell', 'module', 'pack'].includes(kind)) ?? present.at(-1);
}

/** The lines of a site that have machines, each with the stations it has. */
export function readLines(plan: Plan, site: string, ids: readonly string[], all: readonly PlantStation[]): PlantLine[] {
  return ids.flatMap((id, number): PlantLine[] => {
    const equipment = new Map(all.map((station) => [station.id, equipmentOf(plan, site, id, station.id)]));
    const stations = all.filter((station) => (equipment.get(station.id) ?? []).length > 0);
    const lead = leadOf(stations);
    if (!lead) {
      return [];
    }
    const own = kinds.indexOf(lead);
    const where = (fits: (kind: number) => boolean) =>
      kinds.flatMap((kind, k) => (fits(k) ? stations.filter((station) => kindOf(station) === kind) : []));
    return [
      {
        id,
        number,
        equipment,
        lead,
        before: where((k) => k < own),
        way: where((k) => k === own),
        after: where((k) => k > own),
      },
    ];
  });
}
