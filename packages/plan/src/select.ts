import type { Characteristic, Equipment, Plan, Station } from './types';

/** @throws Error naming the stations there are, if there is none of this id. */
export function stationOf(plan: Plan, id: string): Station {
  const station = plan.stations.find((candidate) => candidate.id === id);
  if (!station) {
    throw new Error(`Station "${id}" is not in the plan; it has ${plan.stations.map((s) => s.id).join(', ')}`);
  }
  return station;
}

/** Equipment, in the order of the file, of whatever is stated. */
export function equipmentAt(
  plan: Plan,
  where: Partial<Pick<Equipment, 'site' | 'area' | 'line' | 'station'>>
): Equipment[] {
  const wanted = Object.entries(where).filter(([, value]) => value !== undefined);
  return plan.equipment.filter((equipment) =>
    wanted.every(([key, value]) => equipment[key as keyof typeof where] === value)
  );
}

/** A value is held by its spec limits, of whatever product. */
export const hasSpec = ({ spec, overrides }: Characteristic): boolean =>
  [spec, ...overrides].some(({ lsl, usl }) => lsl !== undefined || usl !== undefined);
