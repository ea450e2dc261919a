import 'uplot/dist/uPlot.min.css';
import { initPluginTranslations } from '@grafana/i18n';
import { hover } from './hover';
import { lost } from './lost';
import { mountBare } from './mountBare';
import { mountPanel, type Mounted } from './mountPanel';
import { points, span } from './points';
import { watchCanvases } from './watchCanvases';

/** What one page measured; ms unless said otherwise. */
export interface Measured {
  /** From the data of a small chart being there to its pixels, the first chart of the page: code is loaded, not yet compiled. */
  cold: number;
  /** From the data being there to the pixels of the first drawing, on a page that has drawn such a chart before. */
  firstPaint: number;
  /** To the last drawing that followed by itself. */
  settled: number;
  /** From a new time range to the last drawing of it. */
  zoom: number;
  hover: { frames: number[]; handlers: number[]; tooltips: number };
  decimation: { drawn: number; outside: number; lost: number } | null;
}

const query = new URLSearchParams(location.search);
const SMALL = 1000;
const size = { width: 1500, height: 800 };

async function measure(): Promise<Measured> {
  await initPluginTranslations('grafana', []);
  const pair = query.has('pair');
  const panel = query.get('mode') === 'panel';
  const mount = panel ? mountPanel : mountBare;
  const element = document.getElementById('chart')!;
  const watch = watchCanvases();
  const firstPaintOf = async (mounted: Mounted) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = performance.now();
    mounted.draw();
    return { began, firstPaint: (await watch.painted(pair ? 2 : 1)) - began };
  };
  const small = mount(element, points(SMALL), size, pair);
  const { firstPaint: cold } = await firstPaintOf(small);
  await watch.quiet();
  small.remove();

  const data = points(Number(query.get('n')));
  const mounted = mount(element, data, size, pair);
  const { began, firstPaint } = await firstPaintOf(mounted);
  const settled = Math.max(firstPaint, (await watch.quiet()) - began);
  const hovered = await hover(document.querySelector('.u-over')!);
  const draws = watch.draws();
  const zoomed = performance.now();
  mounted.zoom(span.from + span.ms * 0.4, span.from + span.ms * 0.6);
  await watch.drawnSince(draws);
  const zoom = (await watch.quiet()) - zoomed;
  return { cold, firstPaint, settled, zoom, hover: hovered, decimation: panel ? lost(data, size.width) : null };
}

declare global {
  interface Window {
    measured?: Measured;
    failed?: string;
  }
}

measure().then(
  (measured) => (window.measured = measured),
  (error: Error) => (window.failed = error.stack ?? String(error))
);
