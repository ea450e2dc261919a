import { type ChartData, normals, random } from '@cellthread/stats';

export const NOZZLES = 12;
const CELLS_A_DAY = 20_000;
/** Windows of 15 minutes. */
export const WINDOWS_A_DAY = 96;
const LOT = 1_250;
/** Share of the variance between lots; the variance of a cell is 1. */
const BETWEEN = 0.35;

/** Cells take the nozzles in turn, or each whichever is free: then a window holds a varying number of every nozzle's. */
export type Order = 'in turn' | 'at random';

export type Cells = Required<Pick<ChartData, 'values' | 'starts' | 'groups'>>;

export interface Shift {
  /** Moment of its beginning, in windows. */
  from: number;
  nozzle: number;
  by: number;
}

export type Line = (windows: number, shift?: Shift) => Cells;

/**
 * Fill mass of a line that is in control, in σ: lots of 1 250 cells, of which 16 make a day, so that a lot ends where a
 * window ends. Every call goes on with the same seeded numbers and begins a new lot.
 */
export function fillingLine(order: Order, seed: number): Line {
  const uniform = random(seed);
  const draw = normals(random(seed + 1));
  return (windows, shift) => {
    const perWindow = CELLS_A_DAY / WINDOWS_A_DAY;
    const n = Math.floor(windows * perWindow);
    const values = new Float64Array(n);
    const groups = new Int32Array(n);
    const starts = Int32Array.from({ length: windows }, (_, w) => Math.ceil(w * perWindow));
    let lot = 0;
    for (let i = 0; i < n; i++) {
      lot = i % LOT === 0 ? Math.sqrt(BETWEEN) * draw() : lot;
      groups[i] = order === 'in turn' ? i % NOZZLES : Math.floor(uniform() * NOZZLES);
      const shifted = shift && groups[i] === shift.nozzle && i >= shift.from * perWindow;
      values[i] = lot + Math.sqrt(1 - BETWEEN) * draw() + (shifted ? shift.by : 0);
    }
    return { values, starts, groups };
  };
}
