import { type Numbers } from '../model/Numbers';
import { type Charted } from './charted';
import { type Observations } from './Observations';
import { type ChartType } from '@cellthread/stats';
import { lowerBound, upperBound } from '../scene/decimate';
import { type Baseline, type BaselineChoice, fewestBaselinePoints } from './Baseline';
import { chartDataOf } from './chartDataOf';
import { type Points } from './Points';

/**
 * Provisional limits from a stated stretch of a stream, never from what happens to be visible.
 *
 * @param times ms of each point, ascending; `null` where the data has no time
 * @returns `null` where the stretch holds too few points
 */
export function estimateBaseline(
  type: ChartType,
  charted: Charted,
  obs: Pick<Observations, 'value' | 'units'>,
  points: Points,
  times: Numbers | null,
  choice: BaselineChoice
): Baseline | null {
  if (choice.kind === 'values') {
    const { centre, sigma } = choice;
    const model = { kind: type.id, centre, sigmaWithin: sigma, sigmaBetween: 0, points: 0, n: 0, df: 0 };
    return { model, from: null, to: null, points: 0 };
  }
  const count = points.breaks.length;
  const [start, end] = choice.kind === 'first' ? [0, Math.min(choice.points, count)] : period(times, choice);
  if (end - start < fewestBaselinePoints) {
    return null;
  }
  const model = type.phaseI(chartDataOf(obs, points, start, end, charted), { between: charted.grouped });
  return model && model.sigmaWithin > 0
    ? { model, from: times?.[start] ?? null, to: times?.[end - 1] ?? null, points: end - start }
    : null;
}

function period(times: Numbers | null, choice: { from: number; to: number }): [number, number] {
  return times ? [lowerBound(times, choice.from), upperBound(times, choice.to)] : [0, 0];
}
