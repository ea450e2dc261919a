import { stationOf } from '../select';
import type { Characteristic, Plan } from '../types';

/**
 * What the lots of a characteristic are, as `control` of the datasource tells them apart: lots of a material by which its subgroups
 * are built, else the rolls or batches that its station works on, else lots of the first material that it takes.
 */
export function lotKind(plan: Plan, { station, subgroup }: Characteristic): 'item' | 'material' | undefined {
  const { item, materials } = stationOf(plan, station);
  const named = subgroup.by.some((key) => key.startsWith('lot_'));
  if (!named && (item === 'roll' || item === 'batch')) {
    return 'item';
  }
  return named || materials.length > 0 ? 'material' : undefined;
}
