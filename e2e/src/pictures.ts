import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';

/**
 * Takes the pictures of README and statistics pages from a running stack, all or those that are named:
 * `npx tsx e2e/src/pictures.ts http://127.0.0.1:8600 line charts`.
 */
const [url = 'http://127.0.0.1:8600', ...wanted] = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const folder = join(__dirname, '../../docs/pictures');
const size = { width: 1440, height: 1000 };

async function finishedCell(): Promise<string> {
  const response = await fetch(`${url}/api/ds/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      from: 'now-23d',
      to: 'now-19d',
      queries: [
        {
          refId: 'A',
          datasource: { uid: 'cellthread' },
          queryType: 'visits',
          station: 'eol',
          characteristics: [],
          filters: [],
        },
      ],
    }),
  });
  const { results } = (await response.json()) as {
    results: { A: { frames: Array<{ data: { values: string[][] } }> } };
  };
  return results.A.frames[0]!.data.values[1]![0]!;
}

/** Resolves when no panel waits for its data any more. */
const loaded = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-label="Panel loading bar"]'));

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const pages = {
    line: () => '/d/cellthread-line',
    station: () => '/d/cellthread-station?var-equipment=filler-02',
    characteristic: () => '/d/cellthread-characteristic?var-equipment=filler-02',
    cell: async () => `/d/cellthread-cell?var-cell=${await finishedCell()}`,
  };
  const browser = await chromium.launch({
    executablePath: process.env.CELLTHREAD_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const [name, addressOf] of Object.entries(pages).filter(([page]) => isWanted(page))) {
    const address = await addressOf();
    for (const theme of ['dark', 'light']) {
      const page = await browser.newPage({ viewport: size });
      await page.goto(`${url}${address}${address.includes('?') ? '&' : '?'}theme=${theme}&refresh=`);
      await page.waitForLoadState('networkidle');
      await page
        .locator(name === 'cell' ? '[data-testid="cellthread-traveler"]' : '.uplot canvas')
        .first()
        .waitFor();
      await loaded(page);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      await page.close();
    }
  }
  if (isWanted('charts')) {
    await takeCharts(browser);
  }
  await browser.close();
}

/** The charts of the statistics pages: the panel of the Characteristic dashboard, set to each type. */
async function takeCharts(browser: Browser): Promise<void> {
  const charts: Record<string, object> = {
    'i-mr': { chart: 'i-mr' },
    'xbar-r': { chart: 'xbar-r' },
    'xbar-s': { chart: 'xbar-s', subgroupBy: ['equipment'], subgroupSize: 12 },
    'i-mr-s': { chart: 'i-mr-s', subgroupBy: ['equipment'], subgroupSize: 12 },
    nelson: { chart: 'i-mr', rulesFrom: 'panel', rules: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8'] },
  };
  mkdirSync(join(folder, 'charts'), { recursive: true });
  for (const [name, options] of Object.entries(charts)) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.route('**/api/dashboards/uid/cellthread-characteristic', async (route) => {
      const answer = (await (await route.fetch()).json()) as {
        dashboard: { panels: Array<{ id: number; options: object }> };
      };
      answer.dashboard.panels.length = 1;
      Object.assign(answer.dashboard.panels[0]!.options, options);
      await route.fulfill({ json: answer });
    });
    await page.goto(
      `${url}/d/cellthread-characteristic?var-equipment=filler-02&theme=light&refresh=&from=now-2h&to=now`
    );
    await page.waitForLoadState('networkidle');
    const panel = page.getByTestId('cellthread-controlchart').first();
    await panel.locator('.uplot canvas').first().waitFor();
    await loaded(page);
    await panel.screenshot({ path: join(folder, 'charts', `${name}.png`) });
    await page.close();
  }
}

void takePictures();
