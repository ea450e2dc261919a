import { dateTime, EventBusSrv, LoadingState, type PanelProps } from '@grafana/data';
import { createRoot } from 'react-dom/client';
import { type ControlChartOptions } from '../../../plugins/panel/controlchart/src/ControlChartOptions';
import { ControlChartPanel } from '../../../plugins/panel/controlchart/src/ControlChartPanel';
import { defaults } from '../../../plugins/panel/controlchart/src/defaults';
import { framesOf, type points, span } from './points';

/** What the bench asks of either chart. */
export interface Mounted {
  /** Draws; returns at once. */
  draw(): void;
  /** Shows a stretch of the time, ms. */
  zoom(from: number, to: number): void;
  remove(): void;
}

/** The control chart panel as a dashboard shows it, with one chart or the pair. */
export function mountPanel(
  element: HTMLElement,
  data: ReturnType<typeof points>,
  size: { width: number; height: number },
  pair: boolean
): Mounted {
  const root = createRoot(element);
  const series = framesOf(data);
  const rangeOf = (from: number, to: number) => {
    const range = { from: dateTime(from), to: dateTime(to) };
    return { ...range, raw: range };
  };
  const options: ControlChartOptions = { ...defaults, showDispersion: pair };
  const whole = rangeOf(span.from, span.from + span.ms);
  const base: Omit<PanelProps<ControlChartOptions>, 'timeRange' | 'data'> = {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    ...size,
    timeZone: 'utc',
    options,
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: new EventBusSrv(),
    replaceVariables: (text: string) => text,
    onChangeTimeRange: () => undefined,
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
  };
  const show = (timeRange: typeof whole) =>
    root.render(
      <ControlChartPanel {...base} timeRange={timeRange} data={{ state: LoadingState.Done, series, timeRange }} />
    );
  return {
    draw: () => show(whole),
    zoom: (from, to) => show(rangeOf(from, to)),
    remove: () => root.unmount(),
  };
}
