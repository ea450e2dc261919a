import { charts, nextQuery } from '../panel';
import { variable } from '../variable';
import { expect, test } from '../watchedPage';

test('choosing another station asks for it, and the address keeps the choice', async ({ page }) => {
  await page.goto('/d/cellthread-characteristic?var-station=filling&var-characteristic=fill_mass');
  await expect(charts(page).first()).toBeVisible();
  const asked = nextQuery(page, (queries) => queries.some(({ station }) => station === 'case_welding'));
  await variable(page, 'Station').click();
  await page.keyboard.type('lid');
  await page.keyboard.press('Enter');
  await asked;
  await expect(page).toHaveURL(/var-station=case_welding/);
});

test('a variable in the address is asked for', async ({ page }) => {
  const asked = nextQuery(page, (queries) => JSON.stringify(queries).includes('filler-02'));
  await page.goto('/d/cellthread-characteristic?var-station=filling&var-equipment=filler-02');
  await asked;
});

test('the range in the address is the range that is asked for', async ({ page }) => {
  const [from, to] = [1_795_000_000_000, 1_795_003_600_000];
  const request = page.waitForRequest((candidate) => candidate.url().includes('/api/ds/query'));
  await page.goto(`/d/cellthread-characteristic?from=${from}&to=${to}`);
  expect((await request).postDataJSON()).toMatchObject({ from: String(from), to: String(to) });
});

test('a quick range from the time picker goes into the address and is asked for', async ({ page }) => {
  await page.goto('/d/cellthread-line?from=now-1h&to=now');
  await expect(charts(page).first()).toBeVisible();
  await page.getByTestId('data-testid TimePicker Open Button').click();
  const asked = page.waitForRequest((candidate) => {
    const { from, to } = candidate.url().includes('/api/ds/query') ? candidate.postDataJSON() : { from: 0, to: 0 };
    return Number(to) - Number(from) === 5 * 60_000;
  });
  await page.getByText('Last 5 minutes').click();
  await asked;
  await expect(page).toHaveURL(/from=now-5m&to=now/);
});

test('kiosk shows the dashboard without the bar above it, Escape brings it back', async ({ page }) => {
  await page.goto('/d/cellthread-line?kiosk');
  await expect(charts(page).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Home' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
});

test('viewPanel shows one panel alone', async ({ page }) => {
  await page.goto('/d/cellthread-line?viewPanel=panel-6');
  await expect(charts(page).first()).toBeVisible();
  await expect(page.locator('[data-testid^="data-testid Panel header"]')).toHaveCount(1);
});
