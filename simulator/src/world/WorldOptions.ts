import { type Fault } from '../faults/Fault';

/** Moments are Unix ms. */
export interface WorldOptions {
  /** Production at full rate begins here. */
  startMs: number;
  /** Where history ends and live begins: readings of the environment come every 60 s before, every 10 s after. */
  liveMs: number;
  /** A thin past begins here; equal to `startMs` for none. */
  sinceMs: number;
  /** Cells a day and line in the thin past. */
  thinCells: number;
  /** Tray hours are divided by this at full rate. */
  compress: number;
  /** Stop launching after so many cells; Infinity for never. */
  cells: number;
  /** Multiplies the defect rates: 1 a mature line, 4 a ramp-up. */
  defects: number;
  /** Times as many items as the line makes (default 1). */
  rate?: number;
  /** No lasting differences between machines and between positions. */
  even?: boolean;
  /** Counts restarts with nothing carried over, so that no ID is given twice. 0…99. */
  epoch: number;
  faults: readonly Fault[];
  /** When the MES decides nothing about items that failed; `toMs` null: until the end. */
  mesOff?: ReadonlyArray<{ fromMs: number; toMs: number | null }>;
  /** Shares of commands that are acknowledged late, and never. */
  acks?: { late: number; never: number };
}
