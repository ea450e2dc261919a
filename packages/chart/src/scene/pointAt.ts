import { type ChartModel, type Hit, type HollowPoint, type LimitStep, type StreamModel } from '../model/ChartModel';
import { type Scene } from './Scene';

/** What stands under an entry of the scene. */
export interface PointAt {
  stream: StreamModel;
  /** Number of the point in its stream, from 0; `null` for one that is hollow. */
  point: number | null;
  hollow: HollowPoint | null;
  /** Rows of the observations that make the point. */
  rows: Int32Array;
  /** The row that links lead to: the one that a hit is about, else the last. */
  about: number;
  /** Hits in either chart of the pair, with the chart's title. */
  hits: Array<{ hit: Hit; plot: string }>;
  /** Which chart of the pair was pointed at. */
  plot: number;
  /** Step of limits that holds in the plot of the scene. */
  step: LimitStep | null;
}

/** What stands under an entry of the scene that was built of a plot of the model; `null` for an entry that is none. */
export function pointAt({ streams }: ChartModel, { points }: Scene, plot: number, entry: number): PointAt | null {
  const stream = streams[points.stream[entry] ?? -1];
  if (!stream) {
    return null;
  }
  const at = points.point[entry]!;
  if (points.hollow[entry]) {
    const hollow = stream.hollow[at]!;
    return { stream, point: null, hollow, rows: hollow.rows, about: hollow.rows.at(-1)!, hits: [], plot, step: null };
  }
  const hits = stream.plots.flatMap((p) => (p.hits.get(at) ?? []).map((hit) => ({ hit, plot: p.title })));
  const step = stream.plots[plot]!.steps.find((s) => at >= s.start && at < s.end) ?? null;
  const rows = stream.rowsOf(at);
  return {
    stream,
    point: at,
    hollow: null,
    rows,
    about: hits.find(({ hit }) => hit.row !== undefined)?.hit.row ?? rows.at(-1)!,
    hits,
    plot,
    step,
  };
}
