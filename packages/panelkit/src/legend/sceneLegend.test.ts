import { type Scene } from '@cellthread/chart';
import { createTheme } from '@grafana/data';
import { chartPalette } from '../plot/chartPalette';
import { sceneLegend } from './sceneLegend';

const line = { from: 0, to: 1, y: 1, stream: 0 };
const scene = {
  points: { hollow: Uint8Array.of(0, 1) },
  limits: [
    { ...line, kind: 'centre', state: 'provisional' },
    { ...line, kind: 'ucl', state: 'provisional' },
    { ...line, kind: 'usl', state: 'approved' },
  ],
  marks: [{ hits: [{ kind: 'pattern' }] }],
} as unknown as Scene;

const told = (streams: string[], scenes: Scene[], hidden: string[] = []) =>
  sceneLegend('fill_mass', streams, scenes, chartPalette(createTheme(), streams.length), new Set(hidden));

test('only what is drawn is named, and the one stream by the value', () => {
  expect(told([''], [scene]).map(({ label }) => label)).toEqual([
    'fill_mass',
    'centre',
    'control limits (provisional)',
    'spec limits',
    '▲ pattern',
    '○ excluded',
  ]);
});

test('streams with limits of their own share one entry for them, and carry their name to a click', () => {
  const own = { ...scene, limits: [0, 1].map((stream) => ({ ...scene.limits[1]!, stream })), marks: [] };
  const items = told(['nozzle-1', 'nozzle-2'], [own], ['nozzle-2']);
  expect(items.map(({ label, data, disabled }) => [label, data, disabled]).slice(0, 3)).toEqual([
    ['nozzle-1', 'nozzle-1', false],
    ['nozzle-2', 'nozzle-2', true],
    ['centre and control limits of each', undefined, undefined],
  ]);
});
