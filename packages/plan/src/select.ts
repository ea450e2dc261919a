import { any } from './stratum';
import type { Characteristic, Equipment, Plan, Spec, Station } from './types';

/** @throws Error naming the stations there are, if there is none of this id. */
export function stationOf(plan: Plan, id: string): Station {
  const station = plan.stations.find((candidate) => candidate.id === id);
  if (!station) {
    throw new Error(`Station "${id}" is not in the plan; it has ${plan.stations.map((s) => s.id).join(', ')}`);
  }
  return station;
}

/** @throws Error naming the characteristics there are, if there is none of this id. */
export function characteristicOf(plan: Plan, station: string, id: string): Characteristic {
  const { characteristics } = stationOf(plan, station);
  const found = characteristics.find((candidate) => candidate.id === id);
  if (!found) {
    throw new Error(
      `Station ${station} has no characteristic "${id}"; it has ${characteristics.map((c) => c.id).join(', ')}`
    );
  }
  return found;
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

/** Spec limits that hold for a product, all strata together. */
export function specOf(characteristic: Characteristic, product: string): Spec {
  const own = characteristic.overrides.find((o) => o.product === product && o.stratum === any);
  return own ? { lsl: own.lsl, target: own.target, usl: own.usl } : characteristic.spec;
}

/** Longest time, in hours, an item may take from one station to a later one; undefined if none leads to the other. */
export function maxHours(plan: Plan, from: string, to: string): number | undefined {
  let hours = 0;
  // The route only leads back to earlier stations, so this ends.
  for (let station = stationOf(plan, to); station.id !== from;) {
    if (!station.from_station) {
      return undefined;
    }
    hours += station.from_station.max_hours;
    station = stationOf(plan, station.from_station.station);
  }
  return hours;
}
