import { type Palette } from '@cellthread/chart';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

/**
 * Colours of streams, neighbours far apart. Blue to pink only: green, yellow, orange and red belong to centre,
 * patterns, control limits and spec limits, and a stream in one of them would be read as such.
 */
const streamColors: Record<'dark' | 'light', readonly string[]> = {
  dark: ['#5794f2', '#e685d5', '#4fd3e0', '#a78bfa', '#c0d8ff', '#c15cd8', '#2f9fc4', '#7a7dff', '#f2b8ec', '#7f8ea8'],
  light: ['#1f60c4', '#c0309f', '#0e8a9c', '#6d3fc0', '#5f7fb5', '#8f3bb8', '#155f80', '#3a3fd0', '#d171bd', '#525f78'],
};

/** Colours of a chart from the host's theme. `main` replaces the colour of a single stream. */
export function chartPalette(theme: GrafanaTheme2, streams: number, main?: string): Palette {
  const { visualization, colors, typography } = theme;
  const named = (name: string) => visualization.getColorByName(name);
  const alpha = (name: string, a: number) => colorManipulator.alpha(named(name), a);
  const ratio = globalThis.devicePixelRatio || 1;
  return {
    streams: streams > 1 ? [...streamColors[colors.mode]] : [main ?? named('blue')],
    limit: {
      centre: named('green'),
      lcl: named('orange'),
      ucl: named('orange'),
      lsl: named('red'),
      usl: named('red'),
      target: colors.text.secondary,
    },
    zone: { 1: alpha('green', 0.07), 2: alpha('green', 0.05), 3: alpha('yellow', 0.05) },
    mark: {
      'out-of-spec': named('red'),
      'out-of-control': named('orange'),
      pattern: named('yellow'),
      reported: named('purple'),
    },
    excluded: colors.text.disabled,
    divider: colors.border.strong,
    text: colors.text.secondary,
    background: colors.background.primary,
    font: `${Math.round(11 * ratio)}px ${typography.fontFamily}`,
  };
}
