import type { Page } from '@playwright/test';
import { dashboards, ofEveryPanel } from '../dashboards';
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
  test.slow(); // every dashboard
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  for (const { uid } of dashboards) {
    await page.setViewportSize({ width: widths[0]!, height: 1100 });
    await page.goto(`/d/${uid}`);
    await expect(page.locator('[data-testid^="data-testid Panel header"]').first()).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1100 });
      await expect.poll(over, `${uid} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

const looks = [
  { words: 'every dashboard draws in dark colours', theme: 'dark', all: dashboards },
  { words: 'every type of panel draws in light colours', theme: 'light', all: ofEveryPanel },
  { words: 'every dashboard draws in light colours @whole', theme: 'light', all: dashboards },
];

for (const { words, theme, all } of looks) {
  test(`without an error in the console ${words}`, async ({ page }) => {
    test.slow(); // a page after the other
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') {
        errors.push(`${message.text()} (${message.location().url})`);
      }
    });
    const station = (await route(page.request)).at(-1);
    const answer = await ask(page.request, last(4 * HOUR), { queryType: 'visits', station, visits: 'last' });
    const cell = String(answer.get('visits')?.at(-1)?.cell_id);
    for (const { uid } of all) {
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
