import { type ChartModel as StatsModel, type ChartOptions, type ChartPart, type ChartType } from '@cellthread/stats';
import { type LimitStep, type PlotModel } from '../model/ChartModel';
import { type Charted } from './charted';
import { chartDataOf } from './chartDataOf';
import { type Observations } from './Observations';
import { type ControlStretch } from './controlStretches';
import { type Points } from './Points';
import { partTitle } from './partTitle';

/** One statistic of a stream over all its stretches, as the rules and the drawing read it. */
export interface Part {
  plot: PlotModel;
  /** The same numbers in the statistics package's form, for its rules. */
  part: ChartPart;
}

/** Centre, σ and limits of every point of every part, stretch by stretch. */
export function partsOf(
  type: ChartType,
  charted: Charted,
  obs: Pick<Observations, 'value' | 'units'>,
  points: Points,
  stretches: readonly ControlStretch[],
  xAxis: 'time' | 'order'
): Part[] {
  const count = points.breaks.length;
  const { individuals, counted } = charted;
  const parts: ChartPart[] = [];
  for (const s of stretches) {
    // A moving range reaches back to the point before: one point is taken along and left out again. What has a memory begins anew.
    const lead = s.start > 0 && type.family !== 'memory' ? 1 : 0;
    const piece = type.phaseII(
      chartDataOf(obs, points, s.start - lead, s.end, charted),
      modelOf(type, s),
      optionsOf(type)
    );
    if (stretches.length === 1) {
      parts.push(...piece);
    } else {
      piece.forEach((p, k) => copyInto((parts[k] ??= emptyLike(p, count)), p, s.start, lead));
    }
    overrideLines(parts[0], s);
  }
  return parts.map((part, k) => ({
    part,
    plot: {
      id: part.id,
      title: partTitle(type, part.id),
      y: part.points,
      steps: stepsOf(part, stretches, {
        spec: k === 0 && individuals && !counted && isOfValues(part.id),
        since: xAxis === 'time',
      }),
      zones: part.zones,
      hits: new Map(),
    },
  }));
}

/** Whether a part is drawn in the values themselves, of which spec limits are: neither sums nor averages are. */
export const isOfValues = (part: string): boolean => part === 'i' || part === 'x';

/** Counts have exact limits, which hold for samples of which few are wrong as well; Laney's, of no known law, have not. */
export const optionsOf = ({ input }: ChartType): ChartOptions => (input === 'counts' ? { limits: 'probability' } : {});

/** The model of a stretch; without control limits its lines are missing. */
export function modelOf(type: ChartType, { model }: ControlStretch): StatsModel {
  return model ?? { kind: type.id, centre: NaN, sigmaWithin: NaN, sigmaBetween: 0, points: 0, n: 0, df: 0 };
}

const columns = ['points', 'centre', 'sigma', 'lcl', 'ucl'] as const;

function emptyLike(p: ChartPart, count: number): ChartPart {
  const made = { ...p };
  columns.forEach((c) => (made[c] = new Float64Array(count).fill(NaN)));
  return made;
}

function copyInto(to: ChartPart, from: ChartPart, at: number, lead: number) {
  columns.forEach((c) => to[c].set(from[c].subarray(lead), at));
}

/** Control lines stated by the data stand as they are stated. */
function overrideLines(location: ChartPart | undefined, s: ControlStretch) {
  if (location && s.row && s.row.lcl !== null && s.row.ucl !== null) {
    location.lcl.fill(s.row.lcl, s.start, s.end);
    location.ucl.fill(s.row.ucl, s.start, s.end);
  }
}

/** Neighbouring points with the same lines become one step. Spec limits are limits of single cells, not of means. */
function stepsOf(
  part: ChartPart,
  stretches: readonly ControlStretch[],
  { spec, since }: { spec: boolean; since: boolean }
): LimitStep[] {
  const steps: LimitStep[] = [];
  for (const s of stretches) {
    let start = s.start;
    for (let i = s.start + 1; i <= s.end; i++) {
      if (i === s.end || !sameLines(part, i, start)) {
        steps.push({
          start,
          end: i,
          centre: known(part.centre[start]!),
          lcl: known(part.lcl[start]!),
          ucl: known(part.ucl[start]!),
          sigma: known(part.sigma[start]!),
          lsl: spec ? (s.row?.lsl ?? null) : null,
          target: spec ? (s.row?.target ?? null) : null,
          usl: spec ? (s.row?.usl ?? null) : null,
          state: s.state,
          since: since && start === s.start ? (s.row?.from ?? null) : null,
        });
        start = i;
      }
    }
  }
  return steps;
}

function sameLines({ centre, lcl, ucl }: ChartPart, a: number, b: number): boolean {
  return same(centre[a]!, centre[b]!) && same(lcl[a]!, lcl[b]!) && same(ucl[a]!, ucl[b]!);
}

function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** `null` for what is missing. */
export function known(v: number): number | null {
  return Number.isNaN(v) ? null : v;
}
