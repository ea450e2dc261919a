import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, type Figure, type Note } from '../Benchmark';
import { openChromium } from '../browser/openChromium';
import { type Asked, now, recordedPage } from '../parts/recordedPage';
import { startDemo } from '../parts/startDemo';
import { duration, median, quantileOf } from '../quantiles';

const MANY = 100;
const REFRESH_MS = 10_000;
const FOR_MS = 60_000;
const P95_MS = 2000;
const PAGES = ['line', 'station', 'characteristic'];

/** What came of a page that is read anew again and again. */
interface Seen {
  /** ms until the last answer of each time that it was read. */
  took: number[];
  answers: number;
  failed: number;
}

/** One dashboard on many screens, each read anew every ten seconds. */
export const viewers: Benchmark = {
  id: 'viewers',
  title: `${MANY} viewers of one dashboard, read anew every ${duration(REFRESH_MS)}`,
  minutes: 12,
  async run(note) {
    const demo = await startDemo({ live: true, args: ['--history', '8h'], data: 'viewers' });
    const browser = await openChromium();
    try {
      const figures: Figure[] = [];
      for (const name of PAGES) {
        const url = `${demo.workbench}/d/cellthread-${name}`;
        await recordedPage(browser, url); // what is asked once is known then
        const asked = await recordedPage(browser, url);
        figures.push(...figuresOf(name, 1, await watched(demo.workbench, asked, 1)));
        const many = await watched(demo.workbench, asked, MANY);
        figures.push(...figuresOf(name, MANY, many));
        said(note, name, many);
      }
      return {
        figures,
        remarks: [
          `The questions that a browser asked of each page, asked anew with the time moved on, for ${duration(FOR_MS)}; the viewers begin at moments spread evenly over a refresh, each waits for its answers before its next. They run on the same two cores as the line, the database, Telegraf, the rules and the workbench.`,
        ],
      };
    } finally {
      await browser.close();
      await demo.stop();
    }
  },
};

async function watched(workbench: string, asked: readonly Asked[], viewers: number): Promise<Seen> {
  const seen: Seen = { took: [], answers: 0, failed: 0 };
  const end = Date.now() + FOR_MS;
  const watch = async (k: number) => {
    await sleep((k * REFRESH_MS) / viewers);
    for (let next = Date.now(); next < end; next += REFRESH_MS) {
      await sleep(Math.max(0, next - Date.now()));
      const began = performance.now();
      await Promise.all(asked.map((one) => answered(workbench, one, seen)));
      seen.took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: viewers }, (_, k) => watch(k)));
  return seen;
}

async function answered(workbench: string, asked: Asked, seen: Seen): Promise<void> {
  seen.answers++;
  try {
    const answer = await fetch(`${workbench}/api/ds/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(now(asked)),
    });
    const text = await answer.text();
    seen.failed += answer.ok && !/"error":"/.test(text) ? 0 : 1;
  } catch {
    seen.failed++;
  }
}

function figuresOf(page: string, viewers: number, { took, answers, failed }: Seen): Figure[] {
  const p95 = quantileOf(took, 0.95);
  return [
    {
      what: `${page}, ${viewers} ${viewers === 1 ? 'viewer' : 'viewers'}: until all is answered, median`,
      measured: duration(median(took)),
    },
    { what: '… p95', measured: duration(p95), against: `≤ ${duration(P95_MS)}`, met: p95 <= P95_MS },
    { what: `… answers that failed, of ${answers}`, measured: String(failed), against: '0', met: failed === 0 },
  ];
}

const said = (note: Note, page: string, { took }: Seen) =>
  note(`${page}: ${took.length} times read, p95 ${duration(quantileOf(took, 0.95))}`);
