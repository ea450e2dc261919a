import { capability, type Capability } from '@cellthread/stats';
import { type CapabilitySample } from './capabilitySample';

/** Fewest values that an index is stated for. */
const fewest = 25;

/**
 * Capability of a sample; `null` with too few values. Apart from the chart, because its special functions weigh much.
 */
export function capabilityOf({ data, spec }: CapabilitySample): Capability | null {
  const found = capability(data(), spec);
  return found && found.n >= fewest ? found : null;
}
