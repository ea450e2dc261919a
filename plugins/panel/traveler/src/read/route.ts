import { type Characteristic, type Operation } from './Traveler';

/** A visit on the route, with what makes it stand out. */
export interface Stop {
  key: string;
  operation: Operation;
  /** The cell came back to a station that it had left for another one. */
  loop: boolean;
  /** Another visit of the same station went before, without leaving it: a retest. */
  retest: boolean;
  outOfSpec: number;
}

export function visitKey(station: string, visit: number): string {
  return `${station}#${visit}`;
}

/** The visits in the order of their times, with rework loops and retests found. */
export function routeOf(operations: readonly Operation[], characteristics: readonly Characteristic[]): Stop[] {
  const sorted = [...operations].sort((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity));
  const seen = new Set<string>();
  let before = '';
  return sorted.map((operation) => {
    const { station, visit } = operation;
    const again = seen.has(station) && !operation.superseded;
    const stop = {
      key: visitKey(station, visit),
      operation,
      loop: again && before !== station,
      retest: again && before === station,
      outOfSpec: characteristics.filter((c) => c.station === station && c.visit === visit && isOutOfSpec(c)).length,
    };
    if (!operation.superseded) {
      seen.add(station);
      before = station;
    }
    return stop;
  });
}

/** What the station said, or what the limits say where it said nothing. */
export function isOutOfSpec({ value, lsl, usl, verdict }: Characteristic): boolean {
  if (value === null) {
    return false;
  }
  return verdict === 'nok' || (lsl !== null && value < lsl) || (usl !== null && value > usl);
}
