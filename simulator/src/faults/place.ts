import { type Plant, type PlantCharacteristic } from '../plant/Plant';
import { type FaultSettings } from './FaultKind';

export function characteristic(plant: Plant, id: string): PlantCharacteristic {
  const found = plant.characteristics.find((c) => c.id === id);
  if (!found) {
    throw new Error(`The plan has no characteristic ${id}: this fault cannot be simulated.`);
  }
  return found;
}

export const during = ({ fromMs, toMs }: FaultSettings, at: number): boolean => at >= fromMs && at < toMs;
