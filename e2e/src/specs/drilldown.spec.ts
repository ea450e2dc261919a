import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { charts, panel } from '../panel';
import { ask } from '../ask';
import { HOUR, last } from '../ranges';
import { lonelyCell, reportFilling } from '../station';
import { expectTraveler } from '../traveler';
import { expect, test } from '../watchedPage';

/** A cell that the stack has built. */
async function someCell(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/api/datasources/uid/cellthread/resources/cells?prefix=0');
  const { cells } = (await answer.json()) as { cells: Array<{ value: string }> };
  expect(cells.length).toBeGreaterThan(0);
  return cells[0]?.value ?? '';
}

/** A table of a dashboard, scrolled to: below the fold it is not made before. */
async function table(page: Page, title: string): Promise<Locator> {
  const found = panel(page, title);
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(found.getByRole('row').nth(1)).toBeVisible({ timeout: 1000 });
  }).toPass();
  return found;
}

/** The variables that an address states. */
const variables = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The range that an address states is the last hours: as such, or as the two moments they stood for. */
function expectLastHours(page: Page, hours: number): void {
  const { from = '', to = '' } = variables(page);
  if (from !== `now-${hours}h`) {
    const ms = (text: string) => (/^\d+$/.test(text) ? Number(text) : Date.parse(text));
    expect(ms(to) - ms(from)).toBe(hours * HOUR);
  }
}

test('a link to a cell opens its traveler whatever the range', async ({ page, request }) => {
  const id = await someCell(request);
  await page.goto(`/d/cellthread-cell?var-cell=${id}&from=now-5m&to=now`);
  await expectTraveler(page, id, ['Stacking']);
});

test('the menu of dashboards keeps time and variables, without loading the page anew', async ({ page }) => {
  await page.goto('/d/cellthread-line?from=now-2h&to=now&var-line=line-1');
  await expect(charts(page).first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('button', { name: 'Cellthread' }).click();
  // Grafana 12.4's menu is made of plain links.
  const way = { name: 'Characteristic', exact: true };
  await page.getByRole('menuitem', way).or(page.getByRole('link', way)).click();
  await expect(page).toHaveURL(/\/d\/cellthread-characteristic.*from=now-2h.*var-line=line-1/);
  await expect(charts(page).first()).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a station of the Line leads to its page, with the hour of its table and the variables', async ({ page }) => {
  await page.goto('/d/cellthread-line?from=now-2h&to=now&var-line=line-1&refresh=1h');
  await (await table(page, 'Stations, last hour')).getByRole('link', { name: 'Electrolyte filling' }).click();
  await expect(page).toHaveURL(/\/d\/cellthread-station/);
  expect(variables(page)).toMatchObject({
    'var-station': 'filling',
    'var-line': 'line-1',
    'var-datasource': 'cellthread',
  });
  // The table has a span of its own.
  expectLastHours(page, 1);
  await expect(panel(page, 'Last 25 items').locator('.uplot canvas').first()).toBeVisible();
});

test('an open signal leads to the chart of its characteristic and to its cell', async ({ page, request }) => {
  // The simulated MES answers its own cells' signals within minutes: this one stays unanswered, though the keeper holds it.
  await reportFilling(lonelyCell, 830);
  const question = { queryType: 'signals', kinds: ['out-of-spec'], state: 'unanswered', stations: ['filling'] };
  await expect
    .poll(async () => (await ask(request, last(HOUR), question)).get('signals')?.map((row) => row.cell_id))
    .toContain(lonelyCell);
  await page.goto('/d/cellthread-line?from=now-2h&to=now&var-line=line-1&refresh=1h');
  const cell = (await table(page, 'Open signals')).getByRole('link', { name: /^[0-9A-Z-]{8,}$/ }).first();
  const id = await cell.innerText();
  await cell.click();
  await expectTraveler(page, id, []);

  await page.goBack();
  // Signals of other kinds may name no characteristic.
  const outOfSpec = (await table(page, 'Open signals')).getByRole('row').filter({ hasText: 'Out of spec' }).first();
  await outOfSpec.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/d\/cellthread-characteristic.*var-station=[a-z_]+(&|$)/);
  // The link says the product by its name, of which the variable makes its id.
  await expect
    .poll(() => variables(page))
    .toMatchObject({
      'var-station': expect.stringMatching(/^[a-z_]+$/),
      'var-characteristic': expect.stringMatching(/^[a-z_0-9]+$/),
      'var-product': expect.stringMatching(/^lfp-/),
      'var-line': 'line-1',
    });
  expectLastHours(page, 2);
  await expect(charts(page).first()).toBeVisible();
});
