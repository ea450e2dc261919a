import type { ControlLimitFile } from './planFile';
import { usualWindow } from './cadence';
import { any, stratumText } from './stratum';
import type { ControlLimit } from './types';

/**
 * σ of the plotted statistic when subgroups of `n` are drawn from a process with variance between them:
 * √(σ_between² + σ_within² / n). σ_within/√n alone would signal on every new lot.
 */
export function plottedSigma(within: number, between: number, n: number): number {
  return Math.sqrt(between ** 2 + within ** 2 / n);
}

/**
 * A control limit with its defaults: its window is that of the characteristic's monitor, and not stated where that is the usual
 * quarter of an hour.
 */
export function resolveControlLimit(
  limit: ControlLimitFile,
  seconds: (duration: string) => number,
  monitored = usualWindow
): ControlLimit {
  const { stratum, window, points, baseline, approved_by, ...rest } = limit;
  const sigma_between = limit.sigma_between ?? 0;
  const subgroup_n = limit.subgroup_n ?? 1;
  return {
    ...rest,
    product: limit.product ?? any,
    stratum: stratumText(stratum),
    sigma_between,
    subgroup_n,
    sigma_plotted: limit.sigma_plotted ?? plottedSigma(limit.sigma_within, sigma_between, subgroup_n),
    window_s: window !== undefined ? seconds(window) : monitored === usualWindow ? undefined : monitored,
    n: points,
    baseline_from_ms: baseline === undefined ? undefined : Date.parse(baseline.from),
    baseline_to_ms: baseline === undefined ? undefined : Date.parse(baseline.to),
    approved_by: (approved_by ?? []).join(', '),
    trigger: limit.trigger ?? '',
  };
}
