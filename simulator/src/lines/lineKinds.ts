import { type LineKind } from './LineModel';
import { lfpPrismatic } from './lfp-prismatic/lfpPrismatic';
import { planned } from './planned/planned';

/** Every process that a plan may name, and the one of plans that name none. */
export const lineKinds: readonly LineKind[] = [planned, lfpPrismatic];

/**
 * The process a plan names as its `simulation`; undefined: the plan's figures alone.
 * @throws Error with a sentence that lists those there are
 */
export function lineKindOf(simulation: string | undefined): LineKind {
  const kind = simulation === undefined ? planned : lineKinds.find(({ id }) => id === simulation);
  if (!kind) {
    const names = lineKinds.map(({ id }) => id).join(', ');
    throw new Error(
      `simulation: ${simulation} is no process of the simulator: choose one of ${names}, or leave it out to simulate the plan's figures alone.`
    );
  }
  return kind;
}
