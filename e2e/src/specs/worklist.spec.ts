import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { ask } from '../ask';
import { HOUR, last } from '../ranges';
import { panel } from '../panel';
import { route } from '../route';
import { lonelyCell, reportFilling } from '../station';
import { traveler } from '../traveler';
import { expect, test } from '../watchedPage';

/** Whom the browser is, by its login. */
const as = (context: BrowserContext, login: string, url: string) =>
  context.addCookies([{ name: 'cellthread_user', value: login, url }]);

const held = (page: Page) => page.getByTestId('cellthread-worklist').first();
const rows = (page: Page) => held(page).getByTestId('cellthread-worklist-row');

/** A cell that the first station of cells has made lately. */
async function someCell(request: APIRequestContext): Promise<string> {
  const station = (await route(request))[0];
  const answer = await ask(request, last(2 * HOUR), { queryType: 'visits', station, visits: 'last' });
  return String(answer.get('visits')?.at(-1)?.cell_id);
}

/** Places a hold as whoever the browser is, and gives its ID. */
async function place(request: APIRequestContext, cell: string, text: string): Promise<string> {
  const answer = await request.post('/api/datasources/uid/cellthread/resources/events', {
    headers: { 'Idempotency-Key': `${cell}-${Date.now()}` },
    data: { kind: 'hold', site: await siteOf(request), target_type: 'cell', target_id: cell, text },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { event: { hold_id: string } }).event.hold_id;
}

async function siteOf(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/api/datasources/uid/cellthread/resources/sites');
  return ((await answer.json()) as Array<{ value: string }>)[0]!.value;
}

test('an Editor releases what is held with a reason, and the traveler says who and why @workbench', async ({
  page,
  context,
  baseURL,
}) => {
  await as(context, 'editor-2', baseURL!);
  const cell = await someCell(page.request);
  const hold = await place(page.request, cell, 'scratch beside the vent');

  await page.goto('/d/cellthread-holds');
  await held(page)
    .getByLabel(/scan an ID/)
    .fill(hold);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(cell);
  await expect(rows(page)).toContainText('scratch beside the vent');
  await expect(rows(page)).toContainText('editor-2');
  await rows(page).getByRole('checkbox').check();
  await held(page).getByRole('button', { name: 'Release' }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByTestId('cellthread-worklist-entry')).toHaveCount(1);
  await expect(dialog).toContainText(hold);
  await dialog.getByRole('button', { name: 'Release' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say why');
  await dialog.getByLabel('Why').fill('only the label was scratched');
  await dialog.getByRole('button', { name: 'Release' }).click();
  await expect(dialog.getByText('stored')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  // The dashboard was asked to read anew: it would do so by itself only half a minute later.
  await expect(rows(page)).toHaveCount(0, { timeout: 15_000 });

  await page.goto(`/d/cellthread-cell?var-cell=${cell}`);
  const events = traveler(page).getByRole('region', { name: 'Events' });
  const released = events.getByRole('listitem').filter({ hasText: 'only the label was scratched' });
  await expect(released.filter({ hasText: 'editor-2' })).toContainText('release');
});

test('what somebody else has released meanwhile is refused with who did it @workbench', async ({
  page,
  context,
  baseURL,
  mishaps,
}) => {
  await as(context, 'editor-1', baseURL!);
  const cell = await someCell(page.request);
  const hold = await place(page.request, cell, 'to be looked at');
  await page.goto('/d/cellthread-holds');
  await held(page)
    .getByLabel(/scan an ID/)
    .fill(hold);
  await rows(page).getByRole('checkbox').check();
  await held(page).getByRole('button', { name: 'Rework' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('clean it');
  const answer = await page.request.post('/api/datasources/uid/cellthread/resources/events', {
    headers: { 'Idempotency-Key': hold },
    data: {
      ...{ kind: 'release', site: await siteOf(page.request), target_type: 'cell', target_id: cell },
      ...{ answers: [hold], text: 'nothing was found' },
    },
  });
  expect(answer.status()).toBe(201);
  await dialog.getByRole('button', { name: 'Rework' }).click();
  await expect(dialog.getByText(/refused: hold .* is closed already: release by editor-1/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Try 1 again' })).toBeVisible();
  mishaps.list.splice(0); // the refusal
});

test('a Viewer sees the same list, and nothing to do with it @workbench', async ({ page, context, baseURL }) => {
  await as(context, 'editor-1', baseURL!);
  const hold = await place(page.request, await someCell(page.request), 'for everybody to see');
  await as(context, 'viewer', baseURL!);
  const rights = page.waitForResponse('**/resources/rights');
  await page.goto('/d/cellthread-holds');
  await rights;
  await held(page)
    .getByLabel(/scan an ID/)
    .fill(hold);
  await expect(rows(page)).toHaveCount(1);
  const list = page.getByTestId('cellthread-worklist');
  await expect(list.getByRole('checkbox')).toHaveCount(0);
  await expect(list.getByRole('button')).toHaveCount(0);
});

test('what was done is chosen from the list of the plan, and said of the machine and position @workbench', async ({
  page,
  context,
  baseURL,
}) => {
  await as(context, 'editor-1', baseURL!);
  const cell = lonelyCell.replace(/.$/, '2');
  await reportFilling(cell, 830);
  await page.goto('/d/cellthread-signals');
  const items = panel(page, 'Items that nobody has answered');
  await items.getByLabel(/scan an ID/).fill(cell);
  const row = items.getByTestId('cellthread-worklist-row').filter({ hasText: cell });
  await row.getByRole('checkbox').check({ timeout: 60_000 });
  await items.getByRole('button', { name: 'Say what was done' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Say what was done' }).click();
  await expect(dialog.getByText('Choose one.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Checked, nothing found' }).check();
  await dialog.getByRole('button', { name: 'Say what was done' }).click();
  await expect(dialog.getByText('stored')).toBeVisible();
});
