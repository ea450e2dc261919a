import { type Characteristic } from '../read/Traveler';

/** Where things stand on a bar, in shares of its width (0 … 1). */
export interface Bullet {
  /** The spec's span; an open side reaches the end of the bar. `null` without a spec. */
  spec: { from: number; to: number } | null;
  /** What its peers do: centre ± σ. */
  peers: { from: number; to: number; centre: number } | null;
  target: number | null;
  value: number | null;
  /** The value lies beyond the bar, which then ends in an arrow. */
  beyond: 'low' | 'high' | null;
}

/** Room beyond the outermost limit, in shares of the span. */
const room = 0.15;

/** How a value lies between its limits and among its peers; `null` where there is nothing to compare it with. */
export function bullet({ value, boolean, lsl, usl, target, centre, sigma }: Characteristic): Bullet | null {
  if (boolean) {
    return null;
  }
  const peers = centre !== null && sigma !== null && sigma > 0 ? { centre, sigma } : null;
  const ends = [lsl, usl, target, ...(peers ? [peers.centre - 3 * peers.sigma, peers.centre + 3 * peers.sigma] : [])];
  const limits = ends.filter((v): v is number => v !== null);
  // A single limit is compared with the value alone.
  const known = limits.length === 1 && value !== null && value !== limits[0] ? [...limits, value] : limits;
  if (known.length < 2) {
    return null;
  }
  // On a side without a limit there is no beyond: the bar reaches as far as the value.
  const open =
    value !== null && ((lsl === null && value < Math.min(...known)) || (usl === null && value > Math.max(...known)));
  const shown = open ? [...known, value] : known;
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const span = most - least || Math.abs(most) || 1;
  const [low, high] = [least - room * span, most + room * span];
  const at = (v: number) => Math.min(1, Math.max(0, (v - low) / (high - low)));
  return {
    spec: lsl === null && usl === null ? null : { from: lsl === null ? 0 : at(lsl), to: usl === null ? 1 : at(usl) },
    peers: peers && {
      from: at(peers.centre - peers.sigma),
      to: at(peers.centre + peers.sigma),
      centre: at(peers.centre),
    },
    target: target === null ? null : at(target),
    value: value === null ? null : at(value),
    beyond: value === null ? null : value < low ? 'low' : value > high ? 'high' : null,
  };
}
