import { mix } from './hash';
import { Random } from './Random';

const scratch = new Random(0);

/**
 * The standard normal effect that one member of a group (a roll, a lot, a nozzle) has on one characteristic.
 * A function of its arguments only: no memory, no order.
 */
export function randomEffect(seed: number, group: number, characteristic: number): number {
  return scratch.reseed(mix(mix(seed, group), characteristic)).normal();
}
