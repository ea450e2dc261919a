import { any } from '../stratum';
import type { ControlLimit, Plan } from '../types';

/** What a stream is told by. */
export type Attributes = Record<string, string>;

const parsed = (stratum: string): Array<[string, string]> =>
  stratum === any ? [] : stratum.split(',').map((pair) => pair.split('=') as [string, string]);

/** Of two limits that hold, which one does: the product's own, the one with more keys, the one whose text comes last. */
const nearer = (a: ControlLimit, b: ControlLimit): number =>
  Number(b.product !== any) - Number(a.product !== any) ||
  parsed(b.stratum).length - parsed(a.stratum).length ||
  (a.stratum > b.stratum ? -1 : 1);

/** The approved limits of a stream; `stated`: they are those of a machine or position, not of all together. */
export interface Approved {
  limit: ControlLimit;
  stated: boolean;
}

/**
 * The approved limits of a stream, as `control.Monitors` of the datasource finds them: those of a whole machine are not its
 * positions'.
 */
export function approvedLimit(
  plan: Plan,
  of: { station: string; characteristic: string; product: string },
  attributes: Attributes
): Approved | undefined {
  const [row] = plan.control_limits
    .filter(
      ({ station, characteristic, product, stratum }) =>
        station === of.station &&
        characteristic === of.characteristic &&
        [any, of.product].includes(product) &&
        parsed(stratum).every(([key, value]) => attributes[key] === value)
    )
    .sort(nearer);
  const stated = Object.fromEntries(parsed(row?.stratum ?? any));
  const ofMachine = stated.equipment !== undefined;
  const own = !ofMachine || (stated.position === undefined) === (attributes.position === undefined);
  const lines = row?.model === 'normal' && row.sigma_plotted > 0;
  return own && lines && row.status === 'approved' ? { limit: row, stated: ofMachine } : undefined;
}
