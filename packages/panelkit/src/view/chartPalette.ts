import { type Palette } from '@cellthread/chart';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

/** Colours of streams, neighbours far apart; green, orange and red are left to centre, limits and signals. */
const streamColors = [
  'blue',
  'purple',
  'dark-yellow',
  'super-light-blue',
  'dark-purple',
  'light-green',
  'dark-blue',
  'super-light-orange',
  'light-purple',
  'dark-green',
  'light-blue',
  'super-light-purple',
];

/** Colours of a chart from the host's theme. `main` replaces the colour of a single stream. */
export function chartPalette(theme: GrafanaTheme2, streams: number, main?: string): Palette {
  const { visualization, colors, typography } = theme;
  const named = (name: string) => visualization.getColorByName(name);
  const alpha = (name: string, a: number) => colorManipulator.alpha(named(name), a);
  const ratio = globalThis.devicePixelRatio || 1;
  return {
    streams: streams > 1 ? streamColors.map(named) : [main ?? named('blue')],
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
