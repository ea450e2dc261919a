import { buildControlChart, buildScene } from '@cellthread/chart';
import { defaults } from '../../../plugins/panel/controlchart/src/defaults';
import { readChartInput } from '../../../plugins/panel/controlchart/src/read/readChartInput';
import { framesOf, limits, type points, span } from './points';

/** How many points are drawn of how many, and how many outside the control limits the drawing lacks. */
export function lost(data: ReturnType<typeof points>, width: number): { drawn: number; outside: number; lost: number } {
  const input = readChartInput(framesOf(data), defaults);
  if ('title' in input) {
    throw new Error(input.title);
  }
  const { model } = buildControlChart(input.obs, input.limits, {
    chart: input.charting.chart,
    xAxis: 'time',
    maxGap: input.charting.maxGap,
    subgroupSize: null,
    rules: ['N1'],
    baseline: null,
  });
  const scene = buildScene(model, 0, { from: span.from, to: span.from + span.ms, width }, { zones: true, spec: true });
  const shown = new Set(scene.points.point);
  const outside = [...data.values.keys()].filter((i) => Math.abs(data.values[i]! - limits.centre) > 3 * limits.sigma);
  return { drawn: scene.points.x.length, outside: outside.length, lost: outside.filter((i) => !shown.has(i)).length };
}
