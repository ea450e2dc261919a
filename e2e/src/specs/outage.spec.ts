import type { Browser, Page } from '@playwright/test';
import { type DashboardJson, dashboards, ofEveryPanel, type PanelJson, typesOf } from '../dashboards';
import { type Failing } from '../Gate';
import { type GatedWorkbench, gatedWorkbench } from '../gatedWorkbench';
import { charts, panel } from '../panel';
import { saysNothingWell } from '../saysNothingWell';
import { expect, test } from '../watchedPage';

let stack: GatedWorkbench;
test.beforeAll(async ({ playwright, baseURL }) => {
  stack = await gatedWorkbench(playwright.request, baseURL);
});
test.afterAll(() => stack?.stop());

test('a stopped database is told on every panel, and the panels recover with it @workbench', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: stack.url });
  await page.goto('/d/cellthread-line?refresh=5s');
  const chart = panel(page, 'Electrolyte fill mass');
  await expect(charts(page).first()).toBeVisible();

  await stack.gate.close();
  await chart.getByTestId('data-testid Panel status error').hover();
  await expect(
    page.getByText(/InfluxDB .*(refused|cannot be reached|unreachable|does not answer)/i).first()
  ).toBeVisible();
  await page.getByTestId('data-testid TimePicker Open Button').click();
  await expect(page.getByText('Last 5 minutes')).toBeVisible();
  await page.keyboard.press('Escape');

  await stack.gate.open();
  await expect(chart.getByTestId('data-testid Panel status error')).toHaveCount(0);
  await expect(chart.locator('.uplot canvas').first()).toBeVisible();
  await page.close();
});

/** Higher than every dashboard: panels that were never in sight ask nothing and say nothing. */
const PAGE = 2800;

/** A cell, so that the page of one asks for something. */
const address = (uid: string) => `/d/${uid}?var-cell=0EPCB1LFP0202OPENSIGNAL1`;

async function open(browser: Browser, uid: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: stack.url, viewport: { width: 1440, height: PAGE } });
  await page.goto(address(uid));
  return page;
}

interface Outage {
  words: string;
  fail(): Promise<void>;
  pages: DashboardJson[];
}

const manner = (of: Failing, tag = '') => ({
  words: `${of}${tag}`,
  fail: () => stack.gate.open(of),
  pages: ofEveryPanel,
});

/** What differs between pages, or between two ways not to answer, is seldom what is shown: those are run on request. */
const outages: Outage[] = [
  { words: 'is stopped', fail: () => stack.gate.close(), pages: ofEveryPanel },
  { words: 'is stopped, on every dashboard @whole', fail: () => stack.gate.close(), pages: dashboards },
  manner('stalls'),
  manner('answers 500', ' @whole'),
  manner('breaks off', ' @whole'),
];

/** Whether a page has a chart, at which it shows that it was answered. */
const draws = (panels: PanelJson[]): boolean => typesOf(panels).includes('cellthread-controlchart-panel');

/** More at once are slower than one after the other. */
const SIDE_BY_SIDE = 4;

for (const { words, fail, pages } of outages) {
  test(`no tile, list or chart says that all is well while the database ${words} @workbench`, async ({ browser }) => {
    test.slow();
    await stack.gate.open();
    // The page of a cell asks once: what it says is of then.
    const refreshed = words === 'stalls' ? dashboards.filter(({ refresh, panels }) => refresh && draws(panels)) : [];
    const left = await Promise.all(refreshed.map(({ uid }) => open(browser, uid)));
    for (const page of left) {
      await expect(charts(page).first()).toBeVisible({ timeout: 60_000 });
    }
    await fail();
    for (let i = 0; i < pages.length; i += SIDE_BY_SIDE) {
      const opened = await Promise.all(pages.slice(i, i + SIDE_BY_SIDE).map(({ uid }) => open(browser, uid)));
      for (const page of [...opened, ...left.splice(0)]) {
        await saysNothingWell(page);
        await page.close();
      }
    }
    await stack.gate.open();
  });
}
