import type { Browser, Page } from '@playwright/test';
import { dashboards, type PanelJson } from '../dashboards';
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

/** A cell, so that the page of one asks for something. */
const address = (uid: string) => `/d/${uid}?var-cell=0EPCB1LFP0202OPENSIGNAL1`;

async function open(browser: Browser, uid: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: stack.url, viewport: { width: 1440, height: 1800 } });
  await page.goto(address(uid));
  return page;
}

const manners: Array<[string, () => Promise<void>]> = [
  ['is stopped', () => stack.gate.close()],
  ...(['stalls', 'answers 500', 'breaks off'] satisfies Failing[]).map((manner): [string, () => Promise<void>] => [
    manner,
    () => stack.gate.open(manner),
  ]),
];

/** The types of the panels of a page, of those in rows too. */
const typesOf = (panels: PanelJson[]): string[] =>
  panels.flatMap(({ type, panels: inside = [] }) => [type, ...typesOf(inside)]);

/** Whether a page has a chart, at which it shows that it was answered. */
const draws = (panels: PanelJson[]): boolean => typesOf(panels).includes('cellthread-controlchart-panel');

/** Pages that have every type of panel among them. */
const ofEveryPanel = dashboards.filter(({ panels }, i) => {
  const before = new Set(dashboards.slice(0, i).flatMap((other) => typesOf(other.panels)));
  return typesOf(panels).some((type) => !before.has(type));
});

/** More at once are slower than one after the other. */
const SIDE_BY_SIDE = 4;

for (const [words, fail] of manners) {
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
    const all = words === 'is stopped' ? dashboards : ofEveryPanel;
    for (let i = 0; i < all.length; i += SIDE_BY_SIDE) {
      const opened = await Promise.all(all.slice(i, i + SIDE_BY_SIDE).map(({ uid }) => open(browser, uid)));
      for (const page of [...opened, ...left.splice(0)]) {
        await saysNothingWell(page);
        await page.close();
      }
    }
    await stack.gate.open();
  });
}
