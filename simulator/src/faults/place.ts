import { type Plant, type PlantCharacteristic, type PlantEquipment, type PlantLine } from '../plant/Plant';
import { type FaultSettings } from './FaultKind';

/** The n-th machine (from 0) of a station on the first line that has so many. */
export function machine(plant: Plant, station: string, n: number): { line: PlantLine; equipment: PlantEquipment } {
  for (const line of plant.lines) {
    const equipment = line.equipment.get(station)?.[n];
    if (equipment) {
      return { line, equipment };
    }
  }
  throw new Error(`The plan has no machine number ${n + 1} at station ${station}: this fault cannot be simulated.`);
}

export function characteristic(plant: Plant, id: string): PlantCharacteristic {
  const found = plant.characteristics.find((c) => c.id === id);
  if (!found) {
    throw new Error(`The plan has no characteristic ${id}: this fault cannot be simulated.`);
  }
  return found;
}

export const during = ({ fromMs, toMs }: FaultSettings, at: number): boolean => at >= fromMs && at < toMs;
