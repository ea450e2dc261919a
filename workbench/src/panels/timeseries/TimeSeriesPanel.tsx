import { useMemo } from 'react';
import { DashboardCursorSync, type DataFrame, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import type { OptionsWithTimezones, VizLegendOptions, VizTooltipOptions } from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, TooltipDisplayMode, TooltipPlugin2, usePanelContext } from '@grafana/ui';
import { AnnotationMarks } from './AnnotationMarks';
import { graphableFrames } from './graphableFrames';
import { SeriesTooltip } from './SeriesTooltip';

export interface TimeSeriesOptions extends OptionsWithTimezones {
  legend: VizLegendOptions;
  tooltip: VizTooltipOptions;
}

const NONE: DataFrame[] = [];

/** TooltipPlugin2's hover modes; its enum is not exported. */
const HOVER = { nearest: 0, all: 1 } as const;

/** Stand-in for Grafana's time series panel, on the same chart library. */
export function TimeSeriesPanel(props: PanelProps<TimeSeriesOptions>) {
  const { data, timeRange, timeZone, width, height, options, fieldConfig, id, onChangeTimeRange } = props;
  const { sync, eventsScope } = usePanelContext();
  const frames = useMemo(() => graphableFrames(data.series), [data.series]);
  const syncMode = sync?.() ?? DashboardCursorSync.Off;

  if (!frames.length) {
    return <PanelDataErrorView panelId={id} fieldConfig={fieldConfig} data={data} needsTimeField needsNumberField />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={options.timezone?.length ? options.timezone : timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, aligned) => (
        <>
          <KeyboardPlugin config={config} />
          {options.tooltip.mode !== TooltipDisplayMode.None && (
            <TooltipPlugin2
              config={config}
              hoverMode={options.tooltip.mode === TooltipDisplayMode.Single ? HOVER.nearest : HOVER.all}
              queryZoom={onChangeTimeRange}
              clientZoom
              syncMode={syncMode}
              syncScope={eventsScope}
              maxWidth={options.tooltip.maxWidth}
              render={(_, dataIdxs, seriesIdx, isPinned, __, ___, viaSync) => (
                <SeriesTooltip
                  frame={aligned}
                  dataIdxs={dataIdxs}
                  seriesIdx={seriesIdx}
                  isPinned={isPinned}
                  mode={viaSync ? TooltipDisplayMode.Multi : options.tooltip.mode}
                  sort={options.tooltip.sort}
                  maxHeight={options.tooltip.maxHeight}
                />
              )}
            />
          )}
          <AnnotationMarks config={config} annotations={data.annotations ?? NONE} timeZone={timeZone} />
        </>
      )}
    </TimeSeries>
  );
}
