import { type Capability, type ChartType, lagAutocorrelation } from '@cellthread/stats';
import { type LimitState, type StreamModel } from '../model/ChartModel';
import { capabilityOf } from './capabilityOf';
import { expectedRate } from './expectedRate';
import { type Baseline } from './Baseline';
import { type ControlStretch } from './controlStretches';
import { type Points } from './formPoints';
import { type Limits, type Observations } from './Observations';
import { type Part } from './partsOf';

/** What the statistics strip says of a stream. `null`: not known. Limits are those in force at its last point. */
export interface StreamReport {
  name: string;
  /** Single values that take part, and rows that do not. */
  n: number;
  missing: number;
  excluded: number;
  points: number;
  centre: number | null;
  sigmaWithin: number | null;
  lcl: number | null;
  ucl: number | null;
  lsl: number | null;
  target: number | null;
  usl: number | null;
  state: LimitState;
  revision: string;
  baseline: Baseline | null;
  /** Points with at least one signal of control, in either chart of the pair. */
  signals: number;
  outOfSpec: number;
  /** Share of points that the rules would mark if nothing were wrong; 0 without limits. */
  expectedRate: number;
  /** Autocorrelation of neighbouring values; above 0.2 limits of individuals are too narrow. */
  lag1: number | null;
  capability: Capability | null;
}

interface Made {
  type: ChartType;
  rules: readonly string[];
  obs: Observations;
  limits: Limits;
  points: Points;
  stretches: readonly ControlStretch[];
  parts: readonly Part[];
  baseline: Baseline | null;
  stream: StreamModel;
}

export function streamReport({
  type,
  rules,
  obs,
  limits,
  points,
  stretches,
  parts,
  baseline,
  stream,
}: Made): StreamReport {
  const last = stretches[stretches.length - 1];
  const step = parts[0]?.plot.steps.at(-1);
  const signalled = new Set<number>();
  for (const { plot } of parts) {
    for (const [point, hits] of plot.hits) {
      if (hits.some((h) => h.kind === 'out-of-control' || h.kind === 'pattern')) {
        signalled.add(point);
      }
    }
  }
  let n = 0;
  let outOfSpec = 0;
  for (const row of points.rows) {
    const v = obs.value[row]!;
    const { lsl = null, usl = null } = limits.rows[limits.of[row]!] ?? {};
    n += Number.isNaN(v) ? 0 : 1;
    outOfSpec += (usl !== null && v > usl) || (lsl !== null && v < lsl) ? 1 : 0;
  }
  return {
    name: stream.name,
    n,
    missing: points.rows.length - n,
    excluded: points.excluded.length,
    points: points.breaks.length,
    centre: step?.centre ?? null,
    sigmaWithin: last?.model?.sigmaWithin ?? null,
    lcl: step?.lcl ?? null,
    ucl: step?.ucl ?? null,
    lsl: last?.row?.lsl ?? null,
    target: last?.row?.target ?? null,
    usl: last?.row?.usl ?? null,
    state: step?.state ?? 'none',
    revision: last?.row?.revision ?? '',
    baseline: baseline && last?.model === baseline.model ? baseline : null,
    signals: signalled.size,
    outOfSpec,
    expectedRate: last?.model ? expectedRate(type, rules, type.input === 'values' ? 1 : typicalSize(points)) : 0,
    lag1: parts[0] ? lagAutocorrelation(parts[0].plot.y, 1, points.breaks) : null,
    capability: capabilityOf(obs.value, points, stretches, type.input === 'subgroups'),
  };
}

/** Values of the middle one of the subgroups, ordered by size. */
function typicalSize({ offsets, breaks }: Points): number {
  const sizes = Int32Array.from(breaks, (_, i) => offsets[i + 1]! - offsets[i]!).sort();
  return sizes[sizes.length >> 1] ?? 1;
}
