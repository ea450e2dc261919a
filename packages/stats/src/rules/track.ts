import { type ChartPart } from '../charts/types';

/** What a rule walks over: the usable points only, with their places, zone positions and where memory starts anew. */
export interface Track {
  count: number;
  /** Place in the chart of each usable point. */
  at: Int32Array;
  /** 1 where the run starts anew at this usable point. */
  fresh: Uint8Array;
  x: Float64Array;
  centre: Float64Array;
  sigma: Float64Array;
}

/** Rounding that is forgiven when a point is compared with a line: a point *on* a limit or zone line is inside. */
const SLACK = 4 * Number.EPSILON;

/** +1 above the line, −1 below, 0 on it (within four roundings of the larger number). */
export function compare(x: number, line: number): -1 | 0 | 1 {
  const difference = x - line;
  const slack = SLACK * Math.max(Math.abs(x), Math.abs(line));
  // Without a branch: no processor foresees on which side of the centre the next point lies.
  return (Number(difference > slack) - Number(difference < -slack)) as -1 | 0 | 1;
}

/** +1 where the point lies beyond centre + z·σ, −1 beyond centre − z·σ, else 0. */
export function beyond(track: Track, i: number, z: number): -1 | 0 | 1 {
  const x = track.x[i]!;
  const centre = track.centre[i]!;
  const reach = z * track.sigma[i]!;
  const slack = SLACK * Math.max(Math.abs(x), Math.abs(centre));
  const distance = x - centre;
  return (Number(distance - reach > slack) - Number(-distance - reach > slack)) as -1 | 0 | 1;
}

/** Compacts a part to its usable points; excluded points and breaks make the next usable point a fresh start. */
export function trackOf(part: ChartPart, breaks?: Uint8Array, excluded?: Uint8Array): Track {
  const total = part.points.length;
  const at = new Int32Array(total);
  const fresh = new Uint8Array(total);
  let count = 0;
  let restart = 1;
  for (let i = 0; i < total; i++) {
    if (breaks?.[i]) {
      restart = 1;
    }
    if (excluded?.[i]) {
      restart = 1;
      continue;
    }
    const x = part.points[i]!;
    if (x !== x || part.centre[i] !== part.centre[i]) {
      continue;
    }
    at[count] = i;
    fresh[count] = restart;
    restart = 0;
    count++;
  }
  if (count === total) {
    return { count, at, fresh, x: part.points, centre: part.centre, sigma: part.sigma };
  }
  const first = at[0] ?? 0;
  const whole = count > 0 && at[count - 1] === first + count - 1;
  const pick = (from: Float64Array): Float64Array => {
    if (whole) {
      return from.subarray(first, first + count);
    }
    const to = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      to[i] = from[at[i]!]!;
    }
    return to;
  };
  return {
    count,
    at,
    fresh,
    x: pick(part.points),
    centre: pick(part.centre),
    sigma: pick(part.sigma),
  };
}
