import { type Palette, type Scene } from '@cellthread/chart';
import { type LinkModel } from '@grafana/data';
import { DashboardCursorSync } from '@grafana/schema';
import { TooltipPlugin2, UPlotChart, useTheme2 } from '@grafana/ui';
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { HoverMode } from './HoverMode';
import { markPattern } from './markPattern';
import { type LivePlot, plotConfig } from './plotConfig';
import { type PlotSync } from './usePlotSync';

export interface ScenePlotProps {
  scene: Scene;
  palette: Palette;
  annotations: LivePlot['annotations'];
  width: number;
  height: number;
  time: boolean;
  timeZone: string;
  range: [number, number];
  xAxis: boolean;
  axisWidth: number;
  formatY: LivePlot['formatY'];
  /** Writes a place on an axis that is no time axis; whole numbers where it is not given. */
  formatX?: LivePlot['formatX'];
  sync: PlotSync;
  onZoom: (range: { from: number; to: number }) => void;
  /** A click of the mouse on a point: true where it was followed, false lets the tooltip be pinned instead. */
  onPointClick: (entry: number) => boolean;
  linksOf: (entry: number) => LinkModel[];
  tooltip: (entry: number, pinned: boolean, links: LinkModel[]) => ReactNode;
  plotRef?: (u: uPlot) => void;
}

/** Pixels around a point in which a click means the point and not the place. */
const clickReach = 12;

/** One drawn scene: uPlot for axes, cursor and zoom, the scene for everything that is seen. */
export function ScenePlot(props: ScenePlotProps) {
  const { scene, palette, annotations, width, height, time, timeZone, range, xAxis, axisWidth, formatY, sync, onZoom } =
    props;
  const theme = useTheme2();
  const latest = useRef({ props, live: undefined as LivePlot | undefined });
  latest.current = {
    props,
    live: { scene, palette, annotations, x: range, formatY, formatX: props.formatX ?? wholeNumber },
  };

  const ownKey = sync.mode === DashboardCursorSync.Off || !time ? sync.own : null;
  const config = useMemo(() => {
    const built = plotConfig({
      theme,
      timeZone,
      time,
      xAxis,
      axisWidth,
      syncKey: ownKey,
      live: () => latest.current.live!,
    });
    built.addHook('init', (u) => listenForClicks(u, () => latest.current.props));
    built.addHook('setLegend', (u) => {
      const { scene, palette } = latest.current.props;
      markPattern(u, scene, u.cursor.idxs?.[1] ?? null, palette);
    });
    return built;
  }, [theme, timeZone, time, xAxis, axisWidth, ownKey]);

  // Annotations arrive after the data: new ones are drawn as new data is.
  const data = useMemo(
    () => (annotations ? ([scene.points.x, scene.points.y] as unknown as uPlot.AlignedData) : []) as uPlot.AlignedData,
    [scene, annotations]
  );
  const plot = useRef<uPlot | null>(null);
  // UPlotChart forgets new data when the size changes in the same update.
  useLayoutEffect(() => {
    if (plot.current && plot.current.data !== data) {
      plot.current.setData(data);
    }
  }, [data]);

  return (
    <UPlotChart
      key={config.uid}
      config={config}
      data={data}
      width={width}
      height={height}
      plotRef={(u) => {
        plot.current = u;
        props.plotRef?.(u);
      }}
    >
      <TooltipPlugin2
        config={config}
        hoverMode={HoverMode.xOne}
        syncMode={time ? sync.mode : DashboardCursorSync.Off}
        syncScope={sync.scope}
        queryZoom={onZoom}
        getDataLinks={(_, entry) =>
          entry == null ? [] : latest.current.props.linksOf(entry).filter((l) => !l.oneClick)
        }
        render={(_u, idxs, _series, pinned, _dismiss, _range, _viaSync, links) => {
          const entry = idxs[1];
          return entry == null ? null : latest.current.props.tooltip(entry, pinned, links);
        }}
      />
    </UPlotChart>
  );
}

const wholeNumber = (v: number) => (Number.isInteger(v) ? String(v) : '');

/** Registered before TooltipPlugin2's own click, which would pin the tooltip or reload the page. */
function listenForClicks(u: uPlot, props: () => ScenePlotProps) {
  u.over.addEventListener('click', (event) => {
    const entry = u.cursor.idxs?.[1];
    if (
      entry == null ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.target !== u.over ||
      !isMouse(event)
    ) {
      return;
    }
    const { points } = props().scene;
    const dx = u.valToPos(points.x[entry]!, 'x') - (u.cursor.left ?? -1000);
    const dy = u.valToPos(points.y[entry]!, 'y') - (u.cursor.top ?? -1000);
    if (Math.hypot(dx, dy) <= clickReach && props().onPointClick(entry)) {
      event.stopImmediatePropagation();
    }
  });
}

/** A finger has no hover: its first tap shows the tooltip, whose button leads on. */
function isMouse(event: MouseEvent): boolean {
  return !('pointerType' in event) || event.pointerType === 'mouse' || event.pointerType === '';
}
