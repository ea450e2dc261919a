import { type Browser } from '@playwright/test';
import { type Benchmark, type Figure } from '../Benchmark';
import { openChromium } from '../browser/openChromium';
import { servePage } from '../browser/servePage';
import { type Measured } from '../page/main';
import { duration, median, quantileOf } from '../quantiles';

const BUDGET = 1.5;
const ROUNDS = 5;
const FRAME_MS = 1000 / 60;
const LATEST_FRAME_MS = FRAME_MS * 1.5;

/** The control chart panel against bare uPlot on the same points, in the same kind of page. */
export const chart: Benchmark = {
  id: 'chart',
  title: 'control chart of 100 000 and 1 000 000 points against bare uPlot',
  minutes: 5,
  async run(note) {
    const page = await servePage();
    const browser = await openChromium();
    const figures: Figure[] = [];
    try {
      for (const n of [100_000, 1_000_000]) {
        for (const pair of [false, true]) {
          note(`${n} points, ${pair ? 'the pair' : 'one chart'}`);
          figures.push(...(await compare(browser, page.url, n, pair)));
        }
      }
    } finally {
      await browser.close();
      page.stop();
    }
    return {
      figures,
      remarks: [
        `Medians of ${ROUNDS} fresh pages each, panel and bare in turn, 1500 × 800 px; times from the data frames being in the page to the pixels of the first drawing (a pixel is read back). The panel reads the frames, computes the chart and its five rules, decimates and draws; bare uPlot draws a line through the points with neither limits nor rules. One chart: individuals only. The pair: individuals and moving ranges, as the panel is by default; bare uPlot two plots.`,
        'Hover: 150 moves of the pointer across the chart, one a frame, with the tooltip following; frames of a browser without a window come at 60 Hz at most.',
        'Zoom: from a new time range (a fifth of it) to the last drawing.',
      ],
    };
  },
};

async function compare(browser: Browser, url: string, n: number, pair: boolean): Promise<Figure[]> {
  const panel: Measured[] = [];
  const bare: Measured[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    panel.push(await one(browser, `${url}/?mode=panel&n=${n}${pair ? '&pair' : ''}`));
    bare.push(await one(browser, `${url}/?mode=bare&n=${n}${pair ? '&pair' : ''}`));
  }
  const of = (runs: Measured[], figure: (m: Measured) => number) => median(runs.map(figure));
  const ratio = of(panel, (m) => m.firstPaint) / of(bare, (m) => m.firstPaint);
  const about = `${n.toLocaleString('en')} points, ${pair ? 'the pair' : 'one chart'}`;
  const first: Figure = {
    what: `${about}: first paint`,
    measured: `${duration(of(panel, (m) => m.firstPaint))} = ${ratio.toFixed(2)} × bare`,
    against: `${pair ? '' : `≤ ${BUDGET} × `}bare uPlot ${duration(of(bare, (m) => m.firstPaint))}`,
    // Promised for a million points in one chart; the pair does the work of two.
    met: n === 1_000_000 && !pair ? ratio <= BUDGET : undefined,
  };
  const settled: Figure = {
    what: '… until nothing more is drawn',
    measured: duration(of(panel, (m) => m.settled)),
    against: `bare uPlot ${duration(of(bare, (m) => m.settled))}`,
  };
  const p95 = of(panel, (m) => quantileOf(m.hover.frames, 0.95));
  const frames = (runs: Measured[]) =>
    `${of(runs, (m) => median(m.hover.frames)).toFixed(1)} / ${of(runs, (m) => quantileOf(m.hover.frames, 0.95)).toFixed(1)} ms`;
  const hover: Figure = {
    what: '… hover, frame median / p95 (handlers median)',
    measured: `${frames(panel)} (${of(panel, (m) => median(m.hover.handlers)).toFixed(1)} ms)`,
    against: `60 fps; bare uPlot ${frames(bare)} (${of(bare, (m) => median(m.hover.handlers)).toFixed(1)} ms)`,
    met: p95 <= LATEST_FRAME_MS,
  };
  const zoom: Figure = {
    what: '… zoom',
    measured: duration(of(panel, (m) => m.zoom)),
    against: `bare uPlot ${duration(of(bare, (m) => m.zoom))}`,
  };
  const { drawn, outside, lost } = panel[0]!.decimation!;
  const kept: Figure = {
    what: `… points drawn ${drawn}; of ${outside} outside the control limits lost`,
    measured: String(lost),
    against: '0',
    met: lost === 0,
  };
  return pair ? [first, settled, hover, zoom] : [first, settled, hover, zoom, kept];
}

async function one(browser: Browser, url: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  try {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    await page.goto(url);
    await page
      .waitForFunction(() => window.measured ?? window.failed, null, { timeout: 120_000 })
      .catch((error) => {
        throw new Error(`${url} did not measure: ${errors[0] ?? String(error)}`);
      });
    const failed = await page.evaluate(() => window.failed);
    if (failed) {
      throw new Error(`${url}: ${failed}`);
    }
    return (await page.evaluate(() => window.measured))!;
  } finally {
    await page.close();
  }
}
