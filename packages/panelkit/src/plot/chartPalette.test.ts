import { createTheme } from '@grafana/data';
import { chartPalette } from './chartPalette';

function hueOf(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const of = high === r ? (g - b) / (high - low) : high === g ? 2 + (b - r) / (high - low) : 4 + (r - g) / (high - low);
  return (60 * of + 360) % 360;
}

test.each(['dark', 'light'] as const)('no stream looks like a centre line, a limit or a signal (%s)', (mode) => {
  const { streams } = chartPalette(createTheme({ colors: { mode } }), 4);
  expect(new Set(streams).size).toBe(streams.length);
  // Green ends at about 165°, red begins at about 340°.
  streams.map(hueOf).forEach((hue) => {
    expect(hue).toBeGreaterThan(180);
    expect(hue).toBeLessThan(325);
  });
});
