import { dashboards } from '../dashboards';
import { charts, panel } from '../panel';
import { expect, test } from '../watchedPage';

for (const { uid, title, panels } of dashboards) {
  test(`${title} opens with all its panels`, async ({ page }) => {
    await page.goto(`/d/${uid}`);
    await expect(page).toHaveTitle(new RegExp(title));
    for (const { title: heading } of panels) {
      // Panels below the fold are made when they are scrolled to; those with a variable in the title are found by type.
      if (heading && !heading.includes('$')) {
        const header = panel(page, heading);
        await expect(async () => {
          await page.mouse.wheel(0, 300);
          await expect(header).toBeVisible({ timeout: 500 });
        }).toPass();
      }
    }
  });
}

const withCharts = dashboards.filter(({ panels }) =>
  panels.some(({ type }) => type === 'cellthread-controlchart-panel')
);
for (const { uid, title } of withCharts) {
  test(`${title} draws a control chart from real data`, async ({ page }) => {
    await page.goto(`/d/${uid}`);
    await expect(charts(page).first()).toBeVisible();
    await expect(page.getByText('Panel plugin not found')).toHaveCount(0);
  });
}

for (const theme of ['light', 'dark']) {
  test(`?theme=${theme} colours the page`, async ({ page }) => {
    await page.goto(`/d/cellthread-line?theme=${theme}`);
    await expect(charts(page).first()).toBeVisible();
    const [red = 0] = await page.evaluate(() =>
      (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number)
    );
    expect(red > 128).toBe(theme === 'light');
  });
}
