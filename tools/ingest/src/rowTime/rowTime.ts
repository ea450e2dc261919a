import { fnv } from 'cellthread-cli';

/** Where an item lies in its tray, as far as its record says. */
export interface Place {
  item: string;
  slot?: string;
  position?: string;
}

/**
 * The time of a visit's row in ns, as Telegraf's scripts make it (numbers.star; ARCHITECTURE, "Times of rows").
 *
 * @param identity `item/station/visit/verdict/lot_<material>=<lot>…/<characteristic>=<number>…`, then the sorted
 *   names of site, line and equipment whose tag is `unplanned`
 */
export function rowTime(sourceMs: number, resolution: 'ms' | 's', identity: string, place: Place): bigint {
  const [unitMs, unitNs] = resolution === 'ms' ? [1, 1_000_000n] : [1000, 1_000_000_000n];
  return BigInt(Math.floor(sourceMs / unitMs)) * unitNs + BigInt(rowRemainder(resolution, identity, place));
}

/**
 * What a row's time adds to its source time, in ns below one unit of the station's resolution: a hash of the record modulo
 * 10⁶; at stations of whole seconds the place in the tray stands in the three digits above it.
 */
export function rowRemainder(resolution: 'ms' | 's', identity: string, place: Place): number {
  return (resolution === 's' ? placeOf(place) * 1_000_000 : 0) + (fnv(identity) % 1_000_000);
}

/** 0…999: the slot (B7 counts in rows of 38), else the position, by digits or hash; else a second hash of the item. */
function placeOf({ item, slot, position }: Place): number {
  const text = slot ?? position;
  if (text === undefined) {
    return fnv(`2/${item}`) % 1000;
  }
  const [, row, column] = /^([A-Za-z])(\d+)$/.exec(slot ?? '') ?? [];
  if (row && column) {
    return ((row.toLowerCase().charCodeAt(0) - 97) * 38 + Number(column.slice(-3))) % 1000;
  }
  const digits = text.replace(/\D/g, '');
  return digits === '' ? fnv(text) % 1000 : Number(digits.slice(-3));
}
