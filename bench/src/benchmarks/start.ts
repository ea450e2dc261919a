import { existsSync } from 'node:fs';
import { type Benchmark, type Figure } from '../Benchmark';
import { awaitChart } from '../browser/awaitDrawn';
import { openChromium } from '../browser/openChromium';
import { demoData, startDemo } from '../parts/startDemo';
import { duration, median } from '../quantiles';

const BUDGET_MS = 15_000;
const ROUNDS = 3;

/** From `npm run demo` on a folder that has been started before to the first chart in the browser. */
export const start: Benchmark = {
  id: 'start',
  title: '`npm run demo`, second start, to the first chart',
  minutes: 4,
  async run(note) {
    if (!existsSync(demoData)) {
      note('the first start, with its history');
      await (await startDemo({ live: true, args: ['--history', '2h'] })).stop();
    }
    const browser = await openChromium();
    const offered: number[] = [];
    const charts: number[] = [];
    try {
      for (let k = 0; k < ROUNDS; k++) {
        const demo = await startDemo({ live: false, args: ['--history', '2h'] });
        offered.push(Date.now() - demo.began);
        const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
        await page.goto(`${demo.workbench}/d/cellthread-line`);
        await awaitChart(page);
        charts.push(Date.now() - demo.began);
        note(`${duration(charts[k]!)} to the first chart`);
        await page.close();
        await demo.stop();
      }
    } finally {
      await browser.close();
    }
    const figures: Figure[] = [
      { what: `command → address printed, median of ${ROUNDS}`, measured: duration(median(offered)) },
      {
        what: '… → first chart of the Line dashboard drawn',
        measured: duration(median(charts)),
        against: `≤ ${duration(BUDGET_MS)}`,
        met: median(charts) <= BUDGET_MS,
      },
    ];
    return {
      figures,
      remarks: [
        'Programs installed, everything built, the data of an earlier start in the folder; a browser that runs.',
      ],
    };
  },
};
