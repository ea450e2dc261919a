import { type InnerLine } from './lineOf';
import { type PointSide } from './shapeSteppers';
import { beyond, compare, type Track } from './track';

/** The side that each byte of `pointSides` means. */
export const SIDES: readonly PointSide[] = [-1, 0, 1];
/** The byte of a point whose side no σ could tell. */
const UNKNOWN = 3;
/** Added to a byte where a run starts anew. */
export const FRESH = 4;

/** The side of each usable point as a byte, with `FRESH`: all tests of one line share it. */
export function pointSides(track: Track, line: InnerLine): Uint8Array {
  const sides = new Uint8Array(track.count);
  // A loop a kind of line: a call for the side of each point would cost as much as all the rest.
  switch (line) {
    case 'centre':
      ofCentre(track, sides);
      break;
    case 'before':
      ofSteps(track, sides);
      break;
    default:
      ofZone(track, sides, line);
  }
  return sides;
}

function ofCentre({ fresh, x, centre }: Track, sides: Uint8Array): void {
  for (let i = 0; i < sides.length; i++) {
    sides[i] = compare(x[i]!, centre[i]!) + 1 + FRESH * fresh[i]!;
  }
}

/** Directions of the steps; none at a fresh start. */
function ofSteps({ fresh, x }: Track, sides: Uint8Array): void {
  let before = NaN;
  for (let i = 0; i < sides.length; i++) {
    const now = x[i]!;
    sides[i] = fresh[i] ? 1 + FRESH : compare(now, before) + 1;
    before = now;
  }
}

function ofZone(track: Track, sides: Uint8Array, z: number): void {
  const { fresh, sigma } = track;
  for (let i = 0; i < sides.length; i++) {
    sides[i] = (sigma[i] === sigma[i] ? beyond(track, i, z) + 1 : UNKNOWN) + FRESH * fresh[i]!;
  }
}
