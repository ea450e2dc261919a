import type { Page } from '@playwright/test';
import { dashboards } from '../dashboards';
import { HOUR, last } from '../ranges';
import { ask } from '../ask';
import { route } from '../route';
import { traveler } from '../traveler';
import { charts, panel } from '../panel';
import { expect, test } from '../watchedPage';

/** What a dashboard shows once it has an answer. */
const drawn = (page: Page, uid: string) =>
  uid === 'cellthread-cell'
    ? traveler(page)
    : ['cellthread-signals', 'cellthread-holds', 'cellthread-enter', 'cellthread-changes'].includes(uid)
      ? page
          .locator(
            '[data-testid="cellthread-worklist"], [data-testid="cellthread-worklist-entry-form"], [data-testid="cellthread-worklist-changes"], [data-testid="cellthread-empty"]'
          )
          .first()
      : dashboards.some((of) => of.uid === uid && of.panels.some(({ type }) => type.includes('controlchart')))
        ? charts(page).first()
        : panel(page, dashboards.find((of) => of.uid === uid)!.panels[0]!.title!);

/** Screens that have to do: a laptop, a tablet upright. */
const widths = [1024, 820];

test('no dashboard scrolls sideways on a narrow screen or a tablet', async ({ page }) => {
  test.slow(); // every dashboard, twice
  for (const { uid } of dashboards) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1100 });
      await page.goto(`/d/${uid}`);
      await expect(page.locator('[data-testid^="data-testid Panel header"]').first()).toBeVisible();
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner, `${uid} at ${width} px`).toBeLessThanOrEqual(outer!);
    }
  }
});

for (const theme of ['light', 'dark']) {
  test(`every dashboard draws in ${theme} colours without an error in the console`, async ({ page }) => {
    test.slow(); // every dashboard
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') {
        errors.push(`${message.text()} (${message.location().url})`);
      }
    });
    const station = (await route(page.request)).at(-1);
    const answer = await ask(page.request, last(4 * HOUR), { queryType: 'visits', station, visits: 'last' });
    const cell = String(answer.get('visits')?.at(-1)?.cell_id);
    for (const { uid } of dashboards) {
      await page.goto(`/d/${uid}?theme=${theme}&var-cell=${cell}`);
      await expect(drawn(page, uid)).toBeVisible();
      const [red = 0] = await page.evaluate(() =>
        (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number)
      );
      expect(red > 128).toBe(theme === 'light');
    }
    expect(errors).toEqual([]);
  });
}
