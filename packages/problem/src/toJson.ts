import { type ChartPart } from '@cellthread/stats/charts/types';
import { type Signal } from '@cellthread/stats/rules/types';

/** JSON has no NaN: what is not a number is null. */
export function number(x: number | null | undefined): number | null {
  return x === null || x === undefined || !Number.isFinite(x) ? null : x;
}

export function list(values: ArrayLike<number>): Array<number | null> {
  return Array.from(values, number);
}

/** One number where every present entry is the same, null where none is present, else the whole list. */
function line(values: Float64Array): number | null | Array<number | null> {
  let first = NaN;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === x) {
      if (first !== first) {
        first = x;
      } else if (x !== first) {
        return list(values);
      }
    }
  }
  return number(first);
}

export interface PartAnswer {
  points: Array<number | null>;
  centre: ReturnType<typeof line>;
  lcl: ReturnType<typeof line>;
  ucl: ReturnType<typeof line>;
  signals: Signal[];
}

export function partAnswer(part: ChartPart, signals: Signal[]): PartAnswer {
  return {
    points: list(part.points),
    centre: line(part.centre),
    lcl: line(part.lcl),
    ucl: line(part.ucl),
    signals,
  };
}

/** Deep copy of a plain result with typed arrays as lists and NaN as null. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') {
    return number(value);
  }
  if (ArrayBuffer.isView(value)) {
    return list(value as Float64Array);
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => [k, plain(v)])
    );
  }
  return value;
}
