import type { TestUnit } from '../testUnit';

/** Fields of a row of `curve` that a layout has columns for. */
export type CurveField = 'voltage' | 'current' | 'temperature' | 'capacity' | 'energy' | 'step' | 'cycle';

/** Who and where a file is about, or what is missing to say so; `incomplete`: the missing file may still come. */
export type Source = { item: string; position: string } | { problem: string; shown: string; incomplete?: boolean };

/** An export as it lies in the folder: its name, its lines, and the text of the file that goes with it, if any. */
export interface Export {
  name: string;
  /** Lines above the header. */
  above: readonly string[];
  side?: string;
}

/** One way in which a cycler writes its exports. */
export interface Layout {
  id: string;
  /** What people call it. */
  about: string;
  delimiter: ',' | '\t';
  /** Columns that the header must have: by these a file is known. */
  header: readonly string[];
  columns: Partial<Record<CurveField, string>>;
  /** Counters of both directions in place of one capacity and energy. */
  counters?: Record<'charge' | 'discharge', { capacity: string; energy: string }>;
  /** Column whose D says that the current, written without sign, discharges. */
  state?: string;
  /** Number of the sample. */
  record: string;
  /** `unix`: seconds since 1970; `wall`: local time. */
  clock: { column: string; kind: 'unix' | 'wall' };
  /** The unit is absent where the header does not say it. */
  test: { column: string; unit?: TestUnit };
  /** Name of the file that must come with it. */
  sideFile?: (name: string) => string;
  /** Whether a name is that of such a file. */
  isSideFile?: (name: string) => boolean;
  source: (file: Export) => Source;
  /** Further dates in the lines above the header. */
  dates?: (above: readonly string[]) => string[];
}
