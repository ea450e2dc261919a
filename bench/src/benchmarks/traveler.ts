import { type Page } from '@playwright/test';
import { type Benchmark } from '../Benchmark';
import { openChromium } from '../browser/openChromium';
import { type BenchInflux, rowsOf } from '../influx';
import { startDemo } from '../parts/startDemo';
import { duration, median, quantileOf } from '../quantiles';

const BUDGET_MS = 1000;
const ROUNDS = 7;

/** The traveler of a cell on the running demo, in the browser. */
export const traveler: Benchmark = {
  id: 'traveler',
  title: 'traveler opened in the browser',
  minutes: 3,
  async run(note) {
    const demo = await startDemo({ live: true, args: ['--history', '2h'] });
    const browser = await openChromium();
    try {
      const cells = await finishedCells(demo);
      note(`${cells.length} cells`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
      const line = `${demo.workbench}/d/cellthread-line`;
      const inside: number[] = [];
      const loaded: number[] = [];
      for (const cell of cells.slice(0, ROUNDS + 1)) {
        await page.goto(line, { waitUntil: 'networkidle' });
        inside.push(await opening(page, cell, () => clickLink(page, `/d/cellthread-cell?var-cell=${cell}`)));
        loaded.push(
          await opening(page, cell, () =>
            page.goto(`${demo.workbench}/d/cellthread-cell?var-cell=${cell}`, { waitUntil: 'commit' })
          )
        );
      }
      inside.shift();
      loaded.shift();
      const against = `≤ ${duration(BUDGET_MS)}`;
      return {
        figures: [
          {
            what: `from another dashboard in the same page, median of ${ROUNDS}`,
            measured: duration(median(inside)),
            against,
            met: median(inside) <= BUDGET_MS,
          },
          { what: '… slowest', measured: duration(quantileOf(inside, 1)) },
          {
            what: 'address opened anew, the page loaded from the browser’s cache, median',
            measured: duration(median(loaded)),
            against,
            met: median(loaded) <= BUDGET_MS,
          },
          { what: '… slowest', measured: duration(quantileOf(loaded, 1)) },
        ],
        remarks: [
          'From the navigation to the last station of the route being shown, its data loaded; one opening before them is not counted. Another cell each time, on the demo with its live line.',
        ],
      };
    } finally {
      await browser.close();
      await demo.stop();
    }
  },
};

async function finishedCells(demo: BenchInflux): Promise<string[]> {
  const rows = await rowsOf(demo, 'cellthread_visits', 'SELECT cell_id FROM eol ORDER BY time DESC LIMIT 40');
  const cells = [...new Set(rows.map((row) => String(row[1])))];
  if (cells.length <= ROUNDS) {
    throw new Error(`Only ${cells.length} cells have passed eol in the demo.`);
  }
  return cells;
}

/** ms from opening to the route of that cell being shown to its last station. */
async function opening(page: Page, cell: string, open: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await open();
  await page.waitForFunction(
    (id) => {
      const text = document.querySelector('[data-testid="cellthread-traveler"]')?.textContent ?? '';
      return text.includes(id) && text.includes('eol');
    },
    cell,
    { polling: 'raf' }
  );
  return Date.now() - began;
}

/** As a link of a panel does it: the page stays, the address changes. */
async function clickLink(page: Page, to: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, to);
}
