import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type Browser, chromium, type Page, request } from '@playwright/test';
import { ask } from './ask';
import { DAY, HOUR, last } from './ranges';
import { route } from './route';

/**
 * Takes the pictures of README and statistics pages from a running stack, all or those that are named:
 * `npx tsx e2e/src/pictures.ts http://127.0.0.1:8600 line charts`.
 */
const [url = 'http://127.0.0.1:8600', ...wanted] = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const folder = join(__dirname, '../../docs/pictures');
const size = { width: 1440, height: 1000 };

/** The first cell of the last weeks that is through the last station of the route. */
async function finishedCell(host: APIRequestContext): Promise<string> {
  const station = (await route(host)).at(-1);
  const visits = (await ask(host, last(23 * DAY), { queryType: 'visits', station, visits: 'last' })).get('visits');
  return String(visits?.[0]?.cell_id);
}

/** The machine of which most was signalled lately, of what the Characteristic page shows first. */
async function tellingMachine(host: APIRequestContext): Promise<string> {
  const { dashboard } = (await (await host.get('/api/dashboards/uid/cellthread-characteristic')).json()) as {
    dashboard: { templating: { list: Array<{ name: string; current: { value: string } }> } };
  };
  const shown = (name: string) => dashboard.templating.list.find((one) => one.name === name)?.current.value;
  const answer = await ask(host, last(2 * HOUR), {
    queryType: 'visits',
    station: shown('station'),
    characteristics: [shown('characteristic')],
    visits: 'first',
    strata: ['equipment', 'position'],
    include: ['limits', 'signals'],
  });
  const visits = answer.get('visits') ?? [];
  const machineOf = new Map(visits.map(({ cell_id, equipment }) => [cell_id, String(equipment)]));
  const signals = new Map<string, number>();
  for (const { cell_id } of answer.get('point-signals') ?? []) {
    const machine = machineOf.get(cell_id) ?? '';
    signals.set(machine, (signals.get(machine) ?? 0) + 1);
  }
  return [...signals].sort((a, b) => b[1] - a[1])[0]?.[0] ?? String(visits[0]?.equipment);
}

/** Resolves when no panel waits for its data any more. */
const loaded = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-label="Panel loading bar"]'));

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const host = await request.newContext({ baseURL: url });
  const machine = await tellingMachine(host);
  const pages = {
    line: () => '/d/cellthread-line',
    station: () => `/d/cellthread-station?var-equipment=${machine}`,
    characteristic: () => `/d/cellthread-characteristic?var-equipment=${machine}`,
    cell: async () => `/d/cellthread-cell?var-cell=${await finishedCell(host)}`,
    signals: () => '/d/cellthread-signals',
    holds: () => '/d/cellthread-holds',
  };
  const shown: Record<string, string> = {
    cell: '[data-testid="cellthread-traveler"]',
    signals: '[data-testid="cellthread-worklist-row"]',
    holds: '[data-testid="cellthread-worklist-row"]',
  };
  const browser = await chromium.launch({
    executablePath: process.env.CELLTHREAD_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const [name, addressOf] of Object.entries(pages).filter(([page]) => isWanted(page))) {
    const address = await addressOf();
    for (const theme of ['dark', 'light']) {
      const page = await browser.newPage({ viewport: size });
      // Whoever may act sees what may be done.
      await page.context().addCookies([{ name: 'cellthread_user', value: 'editor-1', url }]);
      await page.goto(`${url}${address}${address.includes('?') ? '&' : '?'}theme=${theme}&refresh=1h`);
      await page.waitForLoadState('networkidle');
      await page
        .locator(shown[name] ?? '.uplot canvas')
        .first()
        .waitFor();
      await loaded(page);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      await page.close();
    }
  }
  if (isWanted('charts')) {
    await takeCharts(browser, machine);
  }
  await browser.close();
  await host.dispose();
}

/** The charts of the statistics pages: the panel of the Characteristic dashboard, set to each type. */
async function takeCharts(browser: Browser, machine: string): Promise<void> {
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
      `${url}/d/cellthread-characteristic?var-equipment=${machine}&theme=light&refresh=1h&from=now-2h&to=now`
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
