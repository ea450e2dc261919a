import {
  type Annotation,
  drawAnnotations,
  drawBackground,
  drawForeground,
  type Frame,
  hitTest,
  type Palette,
  type PixelMap,
  type Scene,
} from '@cellthread/chart';
import { type GrafanaTheme2 } from '@grafana/data';
import { AxisPlacement, GraphDrawStyle, ScaleDirection, ScaleOrientation, VisibilityMode } from '@grafana/schema';
import { UPlotConfigBuilder } from '@grafana/ui';
import type uPlot from 'uplot';

/** What may change without a new plot: read at every draw, never a reason to build the configuration again. */
export interface LivePlot {
  scene: Scene;
  palette: Palette;
  /** Shown stretch of x. */
  x: [number, number];
  formatY: (value: number, decimals?: number | null) => string;
  formatX: (value: number) => string;
  /** What the host knows to have happened, in units of x. */
  annotations: readonly Annotation[];
}

export interface PlotConfigInput {
  theme: GrafanaTheme2;
  timeZone: string;
  /** Time axis, or positions in process order. */
  time: boolean;
  /** Whether the x axis is written under this plot (the lower one of a pair). */
  xAxis: boolean;
  /** Width reserved for the y axis, equal in both plots of a pair. */
  axisWidth: number;
  /** Plots with the same key move their cursor together; `null` leaves it to TooltipPlugin2. */
  syncKey: string | null;
  live: () => LivePlot;
}

/** Distances between the ticks of a process order: whole numbers only. */
const wholeSteps = [1, 2, 5]
  .flatMap((m) => [m, m * 10, m * 1e2, m * 1e3, m * 1e4, m * 1e5, m * 1e6])
  .sort((a, b) => a - b);

/** Pixels around a point in which it answers the pointer. */
const hoverReach = 30;

/**
 * The uPlot configuration of one plot. uPlot brings axes, scales, cursor and zoom; the scene is painted in its hooks,
 * so that its single series only answers "which point is under the pointer".
 */
export function plotConfig(input: PlotConfigInput): UPlotConfigBuilder {
  const { theme, timeZone, time, live } = input;
  const b = new UPlotConfigBuilder(timeZone);
  b.addScale({
    scaleKey: 'x',
    isTime: time,
    auto: false,
    orientation: ScaleOrientation.Horizontal,
    direction: ScaleDirection.Right,
    range: () => live().x,
  });
  b.addAxis({
    scaleKey: 'x',
    isTime: time,
    theme,
    ...(time ? { timeZone } : { formatValue: (v: number) => live().formatX(v), space: () => 60, incrs: wholeSteps }),
    // A hidden axis of the builder turns into a left one; an axis without labels keeps the grid of the pair in line.
    ...(input.xAxis
      ? {}
      : { values: (_u: uPlot, splits: number[]) => splits.map(() => ''), size: 0, ticks: { show: false } }),
    placement: AxisPlacement.Bottom,
    grid: { show: true },
  });
  b.addScale({
    scaleKey: 'y',
    orientation: ScaleOrientation.Vertical,
    direction: ScaleDirection.Up,
    range: () => live().scene.range,
  });
  b.addAxis({
    scaleKey: 'y',
    theme,
    placement: AxisPlacement.Left,
    size: input.axisWidth,
    formatValue: (v: number, decimals) => live().formatY(v, decimals),
  });
  b.addSeries({
    scaleKey: 'y',
    theme,
    drawStyle: GraphDrawStyle.Points,
    lineColor: theme.colors.text.primary,
    showPoints: VisibilityMode.Never,
    // The builder's cursor dot is twice as wide: it must not hide the mark that it stands on.
    pointSize: 3,
    pxAlign: true,
    pointsBuilder: () => false,
  });
  b.addHook('drawClear', (u) => drawBackground(u.ctx, live().scene, pixelMap(u), frameOf(u), live().palette));
  b.addHook('draw', (u) => {
    const { scene, palette, annotations } = live();
    drawForeground(u.ctx, scene, pixelMap(u), frameOf(u), palette);
    drawAnnotations(u.ctx, annotations, pixelMap(u), frameOf(u), palette);
  });
  b.setCursor({
    // A horizontal line would be read as one more limit.
    y: false,
    drag: { x: true, y: false, setScale: false },
    focus: { prox: hoverReach },
    dataIdx: (u, _series, hovered) => nearest(u, live().scene) ?? hovered,
    ...(input.syncKey ? { sync: { key: input.syncKey, scales: ['x', null] } } : {}),
  });
  b.setPadding([theme.spacing.gridSize, theme.spacing.gridSize * 2, input.xAxis ? 0 : theme.spacing.gridSize, 0]);
  return b;
}

function nearest(u: uPlot, scene: Scene): number | null {
  const { left = -1, top = -1 } = u.cursor;
  if (left < 0 || top < 0) {
    return null;
  }
  const map = { x: (v: number) => u.valToPos(v, 'x'), y: (v: number) => u.valToPos(v, 'y') };
  return hitTest(scene, map, { x: left, y: top, atX: u.posToVal(left, 'x') }, hoverReach);
}

function pixelMap(u: uPlot): PixelMap {
  return { x: (v) => u.valToPos(v, 'x', true), y: (v) => u.valToPos(v, 'y', true) };
}

function frameOf(u: uPlot): Frame {
  const { left, top, width, height } = u.bbox;
  return { left, top, width, height, ratio: globalThis.devicePixelRatio || 1 };
}
