import {
  type Baseline,
  type BaselineChoice,
  buildControlChart,
  type ControlChart,
  type Draft,
  draftControlChart,
} from '@cellthread/chart';
import { inSlices, type Missing } from '@cellthread/panelkit';
import { type PanelProps } from '@grafana/data';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ControlChartOptions } from '../ControlChartOptions';
import { type ChartInput } from '../read/ChartInput';
import { readChartInput } from '../read/readChartInput';
import { byTime } from './byTime';

export interface Charted {
  input: ChartInput;
  chart: ControlChart;
  /** Whether x is a time, or the place in process order. */
  time: boolean;
}

/** From this many rows on the points are drawn before they are judged. */
const many = 20_000;

/**
 * The chart of a panel's data. A baseline that was estimated once stands until the query or the options change: neither
 * zoom nor refresh moves provisional limits. Of many points the first answer has no patterns and counts; they follow.
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
  const first = useMemo<(Charted & { judge?: Draft['judge'] }) | Missing>(() => {
    const input = readChartInput(series, { ...options, only });
    if ('title' in input) {
      return input;
    }
    const time = byTime(options.xAxis, input.obs.time, input.charting.maxGap);
    const wanted = {
      chart: input.charting.chart,
      xAxis: time ? ('time' as const) : ('order' as const),
      maxGap: input.charting.maxGap,
      subgroupSize: input.charting.subgroupSize > 0 ? input.charting.subgroupSize : null,
      rules: input.charting.rules,
      baseline: baselineChoice(options),
      held: held.current.key === about ? held.current.baselines : undefined,
      draftPlots: options.showDispersion ? undefined : 1,
      reported: input.reported,
    };
    const draft = input.obs.n > many ? draftControlChart(input.obs, input.limits, wanted) : null;
    const chart = draft?.chart ?? buildControlChart(input.obs, input.limits, wanted);
    held.current = { key: about, baselines: chart.baselines };
    return { input, chart, time, judge: draft?.judge };
  }, [series, options, only, about]);

  const [judged, setJudged] = useState<{ of: unknown; charted: Charted } | null>(null);
  useEffect(() => {
    if ('title' in first || !first.judge) {
      return;
    }
    return inSlices(first.judge(), (chart) => setJudged({ of: first, charted: { ...first, chart } }));
  }, [first]);
  return judged?.of === first ? judged.charted : first;
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
