import { type Baseline, type BaselineChoice, buildControlChart, type ControlChart } from '@cellthread/chart';
import { type PanelProps } from '@grafana/data';
import { useMemo, useRef } from 'react';
import { type ControlChartOptions } from '../ControlChartOptions';
import { type ChartInput, type Missing } from '../read/ChartInput';
import { readChartInput } from '../read/readChartInput';

export interface Charted {
  input: ChartInput;
  chart: ControlChart;
  /** Whether x is a time, or the place in process order. */
  time: boolean;
}

/**
 * The chart of a panel's data. A baseline that was estimated once stands until the query or the options change: neither
 * zoom nor refresh moves provisional limits.
 */
export function useControlChart(
  data: PanelProps['data'],
  options: ControlChartOptions,
  replaceVariables: PanelProps['replaceVariables']
): Charted | Missing {
  const held = useRef<{ key: string; baselines: ReadonlyMap<string, Baseline> }>({ key: '', baselines: new Map() });
  const only = replaceVariables(options.only);
  const about = replaceVariables(JSON.stringify([data.request?.targets ?? [], options, only]));
  const { series } = data;
  return useMemo(() => {
    const input = readChartInput(series, { ...options, only });
    if ('title' in input) {
      return input;
    }
    const time = options.xAxis === 'time' && input.obs.time !== null;
    const chart = buildControlChart(input.obs, input.limits, {
      chart: options.chart,
      xAxis: time ? 'time' : 'order',
      maxGap: options.maxGap * 60_000,
      subgroupSize: options.subgroupSize > 0 ? options.subgroupSize : null,
      rules: options.rules,
      baseline: baselineChoice(options),
      held: held.current.key === about ? held.current.baselines : undefined,
      reported: input.reported,
    });
    held.current = { key: about, baselines: chart.baselines };
    return { input, chart, time };
  }, [series, options, only, about]);
}

function baselineChoice(options: ControlChartOptions): BaselineChoice | null {
  switch (options.baseline) {
    case 'first':
      return { kind: 'first', points: options.baselinePoints };
    case 'period': {
      const [from, to] = [Date.parse(options.baselineFrom), Date.parse(options.baselineTo)];
      return Number.isNaN(from) || Number.isNaN(to) ? null : { kind: 'period', from, to };
    }
    case 'values': {
      const { baselineCentre: centre, baselineSigma: sigma } = options;
      return centre !== undefined && sigma !== undefined && sigma > 0 ? { kind: 'values', centre, sigma } : null;
    }
    case 'none':
      return null;
  }
}
