import { type Charted } from './useControlChart';

/** The chart with one stream alone, or as it is. */
export function visibleChart(charted: Charted, alone: string | null): Charted {
  const { chart } = charted;
  const at = alone === null ? -1 : chart.reports.findIndex((r) => r.name === alone);
  if (at < 0) {
    return charted;
  }
  return {
    ...charted,
    chart: { ...chart, reports: [chart.reports[at]!], model: { ...chart.model, streams: [chart.model.streams[at]!] } },
  };
}
