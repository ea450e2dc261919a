import { type PlantCharacteristic, type ProductSpec } from '../plant/Plant';

/** The side on which a departure is bad: as the plan says, else that of the only limit, else upwards; what is to be true becomes less often so. */
export function worse(
  { badDirection }: Pick<PlantCharacteristic, 'badDirection'>,
  { lsl, usl }: Pick<ProductSpec, 'lsl' | 'usl'> = {}
): 1 | -1 {
  return badDirection === 'low' || (badDirection === 'both' && lsl !== undefined && usl === undefined) ? -1 : 1;
}
