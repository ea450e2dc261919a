import { type ChartModel as StatsModel, type ChartType } from '@cellthread/stats';
import { type LimitState } from '../model/ChartModel';
import { type Baseline } from './Baseline';
import { limitOf, type LimitRow, type Limits } from './Observations';
import { lastRows, type Points, rowAt } from './Points';

/** Neighbouring points under the same limits. `model` is null where there are no control limits at all. */
export interface ControlStretch {
  start: number;
  end: number;
  row: LimitRow | null;
  model: StatsModel | null;
  state: LimitState;
}

/**
 * Cuts a stream where the limits in force change; what the plan does not limit takes the baseline's provisional ones.
 */
export function controlStretches(
  type: ChartType,
  points: Points,
  limits: Limits,
  baseline: Baseline | null,
  individuals: boolean
): ControlStretch[] {
  const count = points.breaks.length;
  const stretch = (start: number, end: number, index: number): ControlStretch => {
    const row = limits.rows[index] ?? null;
    const frozen =
      row && !row.refused && (type.input === 'counts' ? countsModel(type, row) : modelOf(type.id, row, individuals));
    const estimated = row?.refused?.baseline === false ? null : baseline;
    return {
      start,
      end,
      row,
      model: frozen || (estimated?.model ?? null),
      state: frozen ? (row.approved ? 'approved' : 'provisional') : estimated ? 'provisional' : 'none',
    };
  };
  if (count === 0) {
    // Nothing is finished yet; what holds for what is still filling is known all the same.
    const last = points.partial.at(-1)?.at(-1);
    return [{ ...stretch(0, 0, last === undefined ? -1 : limitOf(limits, last)), model: null }];
  }
  const { of } = limits;
  if (typeof of === 'number') {
    return [stretch(0, count, of)];
  }
  const last = lastRows(points);
  const out: ControlStretch[] = [];
  let start = 0;
  for (let i = 1; i <= count; i++) {
    if (i === count || of[rowAt(last, i)] !== of[rowAt(last, start)]) {
      out.push(stretch(start, i, of[rowAt(last, start)]!));
      start = i;
    }
  }
  return out;
}

function modelOf(kind: string, row: LimitRow, individuals: boolean): StatsModel | null {
  const stated = row.lcl !== null && row.ucl !== null ? (row.ucl - row.lcl) / 6 : null;
  const plotted = individuals && row.subgroupSize === 1 ? row.sigmaPlotted : null;
  const sigma = row.sigmaWithin ?? plotted ?? stated;
  const centre = row.centre ?? (row.lcl !== null && row.ucl !== null ? (row.lcl + row.ucl) / 2 : null);
  if (centre === null || sigma === null || !(sigma > 0)) {
    return null;
  }
  return { kind, centre, sigmaWithin: sigma, sigmaBetween: row.sigmaBetween ?? 0, points: 0, n: 0, df: Infinity };
}

/** A frozen share or rate; Laney's charts need the σ of their z-scores as well. */
function countsModel({ id, parts }: ChartType, { centre, sigmaPlotted }: LimitRow): StatsModel | null {
  const laney = parts[0]!.startsWith('laney');
  if (centre === null || !(centre >= 0) || (laney && sigmaPlotted === null)) {
    return null;
  }
  const spread = laney ? { sigmaPlotted: sigmaPlotted! } : {};
  return { kind: id, centre, sigmaWithin: NaN, sigmaBetween: 0, points: 0, n: 0, df: Infinity, ...spread };
}
