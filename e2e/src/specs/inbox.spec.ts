import type { Route } from '@playwright/test';
import { expect, test } from '../watchedPage';

const sentence = 'filler-09 nozzle-2: fill mass wavers, for 47m 0s';

const alert = (status: 'firing' | 'resolved') => ({
  status,
  labels: { alertname: 'Filling', equipment: 'filler-09' },
  annotations: {
    summary: sentence,
    description: 'Clean the nozzle.',
    chart: 'http://elsewhere:1/d/cellthread-characteristic?var-equipment=filler-09',
  },
  startsAt: '2026-01-15T02:13:00.000Z',
  endsAt: status === 'resolved' ? '2026-01-15T04:13:00.000Z' : '0001-01-01T00:00:00Z',
  fingerprint: 'f',
  panelURL: '',
});

const message = (id: number, route: string, status: 'firing' | 'resolved') => ({
  id,
  at: Date.parse('2026-01-15T03:00:00Z') + id * 3_600_000,
  route,
  notification: { status, alerts: [alert(status)] },
});

/** What the server says that has listened for two hours and a minute at the moment that it is asked. */
const answer =
  (told: object = {}) =>
  (route: Route) =>
    route.fulfill({
      json: { since: Date.now() - 7_260_000, rules: 80, refused: 0, failing: 0, sent: 0, messages: [], ...told },
    });

const answered = answer({
  sent: 3,
  messages: [
    message(2, 'quality', 'firing'),
    message(1, 'maintenance', 'resolved'),
    message(0, 'maintenance', 'firing'),
  ],
});

test('the inbox says newest first what is wrong, for how long and what to do, and opens the chart @workbench', async ({
  page,
}) => {
  await page.route('**/api/inbox', answered);
  await page.goto('/');
  await page.getByRole('link', { name: 'Inbox' }).click();
  const messages = page.getByTestId('message');
  await expect(messages).toHaveCount(3);
  await expect(messages.nth(1)).toContainText(`Over: ${sentence}`);
  await expect(messages.nth(1)).toContainText('It lasted 2 h');
  await expect(messages.nth(2)).toContainText('Since 2026-01-15 02:13:00, for 47 min');
  await expect(messages.nth(2)).toContainText('Clean the nozzle.');
  await page.getByRole('radio', { name: 'maintenance' }).check({ force: true });
  await expect(messages).toHaveCount(2);
  await messages.nth(1).getByRole('link', { name: 'Open the chart' }).click();
  await expect(page).toHaveURL(/\/d\/cellthread-characteristic\?.*var-equipment=filler-09/);
  await expect(page).toHaveURL(/from=\d+/);
});

test('an empty inbox says since when it has listened, and what it does not see @workbench', async ({ page }) => {
  await page.route('**/api/inbox', answer());
  await page.goto('/alerting/inbox');
  await expect(page.getByText('Nobody had to be told')).toBeVisible();
  await expect(page.getByText(/Listening since .* \(2 h 1 min\): 80 rules are evaluated/)).toBeVisible();
  await page.unroute('**/api/inbox');
  await page.route('**/api/inbox', answer({ failing: 2, refused: 1, undelivered: 'the broker does not answer' }));
  await expect(page.getByText('2 rules could not be evaluated: what they watch is not seen')).toBeVisible();
  await expect(page.getByText('1 rule is not evaluated here')).toBeVisible();
  await expect(page.getByText('the broker does not answer')).toBeVisible();
});

test('an inbox that cannot be asked says so, and keeps what it has shown @workbench', async ({ page, mishaps }) => {
  await page.route('**/api/inbox', (route) => route.fulfill({ status: 404, json: { message: 'not evaluated here' } }));
  await page.goto('/alerting/inbox');
  await expect(page.getByText('Inbox cannot be shown')).toBeVisible();
  await expect(page.getByText('not evaluated here')).toBeVisible();
  await page.unroute('**/api/inbox');
  await page.route('**/api/inbox', answered);
  await expect(page.getByTestId('message')).toHaveCount(3);
  await page.unroute('**/api/inbox');
  await page.route('**/api/inbox', (route) => route.abort());
  await expect(page.getByText('What stands here is old')).toBeVisible();
  await expect(page.getByTestId('message')).toHaveCount(3);
  mishaps.list.splice(0);
});

test('every provisioned rule is listed with how it fares @workbench', async ({ page }) => {
  await page.goto('/alerting/list');
  await expect(page.getByTestId('rule').first()).toBeVisible();
  await expect(
    page.getByText(/^\d+ rules: \d+ firing, 0 failing, \d+ not evaluated yet, 0 not evaluated here$/)
  ).toBeVisible();
  await page.getByPlaceholder('Search by name').fill('filling: out of spec');
  await expect(page.getByTestId('rule').first()).toContainText(/ago, in \d+ ms/);
});
