import type { APIRequestContext } from '@playwright/test';
import { charts } from '../panel';
import { expect, test } from '../watchedPage';

/** A cell that the stack has built. */
async function someCell(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/api/datasources/uid/cellthread/resources/cells?prefix=0');
  const { cells } = (await answer.json()) as { cells: Array<{ value: string }> };
  expect(cells.length).toBeGreaterThan(0);
  return cells[0]?.value ?? '';
}

test('a cell is found by its ID alone', async ({ page, request }) => {
  const id = await someCell(request);
  await page.goto('/d/cellthread-cell');
  const box = page.getByPlaceholder('Enter value');
  await box.fill(id);
  await box.press('Enter');
  await expect(page).toHaveURL(new RegExp(`var-cell=${id}`));
  await expect(page.getByText(id).first()).toBeVisible();
  await expect(page.getByText('stacking').first()).toBeVisible();
});

test('a link to a cell opens its traveler whatever the range', async ({ page, request }) => {
  const id = await someCell(request);
  await page.goto(`/d/cellthread-cell?var-cell=${id}&from=now-5m&to=now`);
  await expect(page.getByText('stacking').first()).toBeVisible();
});

test('the menu of dashboards keeps time and variables, without loading the page anew', async ({ page }) => {
  await page.goto('/d/cellthread-line?from=now-2h&to=now&var-line=line-1');
  await expect(charts(page).first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('button', { name: 'Cellthread' }).click();
  await page.getByRole('menuitem', { name: 'Characteristic' }).click();
  await expect(page).toHaveURL(/\/d\/cellthread-characteristic.*from=now-2h.*var-line=line-1/);
  await expect(charts(page).first()).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});
