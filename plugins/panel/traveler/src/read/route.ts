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
  /** Values that should have been measured and were not, or are no measurements. */
  unproven: number;
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
    const here = (is: (c: Characteristic) => boolean) =>
      characteristics.filter((c) => c.station === station && c.visit === visit && is(c)).length;
    const stop = {
      key: visitKey(station, visit),
      operation,
      loop: again && before !== station,
      retest: again && before === station,
      outOfSpec: here(isOutOfSpec),
      unproven: here((c) => unprovenText(c) !== ''),
    };
    if (!operation.superseded) {
      seen.add(station);
      before = station;
    }
    return stop;
  });
}

/** What the datasource said, or what the limits say where it said nothing: a sentinel is no value out of spec. */
export function isOutOfSpec({ value, lsl, usl, verdict }: Characteristic): boolean {
  if (value === null || verdict !== '') {
    return verdict === 'nok';
  }
  return (lsl !== null && value < lsl) || (usl !== null && value > usl);
}

/** Why a value proves nothing; empty where it does, or where nobody asked for it. */
export function unprovenText({ verdict }: Characteristic): string {
  return verdict === 'unmeasured' ? 'not measured' : verdict === 'implausible' ? 'no measurement: implausible' : '';
}
