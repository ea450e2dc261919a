import { type Hit, type LimitState, type MarkKind } from '../model/ChartModel';

/** What can be drawn and pointed at in one plot, in data coordinates; one entry a point, ascending x. */
export interface ScenePoints {
  x: Float64Array;
  y: Float64Array;
  /** Index of the stream in the model. */
  stream: Uint16Array;
  /** Index of the point in its stream, or of the hollow point where `hollow` is not 0. */
  point: Int32Array;
  /** 1: the line starts anew here. */
  starts: Uint8Array;
  /** 0 for a point, else one of {@link HOLLOW}. */
  hollow: Uint8Array;
}

/** What is drawn hollow. */
export const HOLLOW = { excluded: 1, partial: 2 } as const;

/** A shaded stretch between two values. `depth` 1: within 1 σ, 2: within 2 σ, 3: within 3 σ. */
export interface Band {
  from: number;
  to: number;
  low: number;
  high: number;
  depth: 1 | 2 | 3;
}

export type LimitKind = 'centre' | 'lcl' | 'ucl' | 'lsl' | 'target' | 'usl';

/** A horizontal stretch of a limit. */
export interface LimitLine {
  kind: LimitKind;
  from: number;
  to: number;
  y: number;
  state: LimitState;
  stream: number;
}

/** A point that a rule spoke about. `entry` is its index in ScenePoints. */
export interface Mark {
  entry: number;
  kind: MarkKind;
  label: string;
  hits: Hit[];
}

/** A point outside the scale, shown at the edge. */
export interface OffScale {
  x: number;
  edge: 'low' | 'high';
}

export interface Scene {
  plot: string;
  title: string;
  /** Number of streams of the model. */
  streams: number;
  points: ScenePoints;
  bands: Band[];
  limits: LimitLine[];
  marks: Mark[];
  offScale: OffScale[];
  dividers: Array<{ x: number; label: string }>;
  /** Whether there is room to draw every point as a dot. */
  dots: boolean;
  range: [number, number];
}
