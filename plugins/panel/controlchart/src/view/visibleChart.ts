import { type Charted } from './useControlChart';

/** The chart with the stream of that place alone, or as it is where there is none. */
export function visibleChart(charted: Charted, at: number): Charted {
  const { chart } = charted;
  if (at < 0) {
    return charted;
  }
  return {
    ...charted,
    chart: { ...chart, reports: [chart.reports[at]!], model: { ...chart.model, streams: [chart.model.streams[at]!] } },
  };
}
