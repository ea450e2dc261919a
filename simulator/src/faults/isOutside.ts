import { type PlantCharacteristic } from '../plant/Plant';
import { scaleOf, valueOf } from '../process/Model';
import { type Subject } from '../world/Item';

/** Whether the true value of a characteristic lies outside its limits. */
export function isOutside(characteristic: PlantCharacteristic, { product, z }: Subject): boolean {
  const spec = characteristic.specs.get(product);
  if (!spec) {
    return false;
  }
  const value = valueOf({ characteristic }, scaleOf(spec), z[characteristic.index] as number);
  return value < (spec.lsl ?? -Infinity) || value > (spec.usl ?? Infinity);
}
