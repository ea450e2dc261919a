import { charts, panel } from '../panel';
import { expect, test } from '../watchedPage';

const pane = (query: object) =>
  encodeURIComponent(
    JSON.stringify({
      a: { datasource: 'cellthread', queries: [{ refId: 'A', ...query }], range: { from: 'now-1h', to: 'now' } },
    })
  );

test('the start page lists the dashboards @workbench', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/dashboards/);
  await page.getByRole('link', { name: 'Line', exact: true }).click();
  await expect(page).toHaveURL(/\/d\/cellthread-line/);
  await expect(charts(page).first()).toBeVisible();
});

test('the theme switch turns the page over @workbench', async ({ page }) => {
  await page.goto('/d/cellthread-cell?theme=dark');
  await page.getByTestId('theme switch').click();
  await expect(page).toHaveURL(/theme=light/);
  await expect(page.locator('body')).toHaveCSS('background-color', /rgb\(2[45]\d/);
});

test('a query that fails says why on its panel @workbench', async ({ page }) => {
  await page.goto(`/explore?schemaVersion=1&panes=${pane({ queryType: 'nonsense' })}`);
  const table = panel(page, 'Table');
  await table.getByTestId('data-testid Panel status error').hover();
  await expect(page.getByText(/queryType "nonsense" is unknown/).first()).toBeVisible();
});

test('Explore shows what the address asks as a table, and time series as a graph too @workbench', async ({ page }) => {
  const visits = {
    queryType: 'visits',
    station: 'filling',
    characteristics: ['fill_mass'],
    visits: 'first',
    filters: [],
  };
  await page.goto(`/explore?schemaVersion=1&panes=${pane(visits)}`);
  await expect(panel(page, 'Table').getByRole('columnheader').first()).toBeVisible();
  await expect(charts(page)).toHaveCount(0);
  const buckets = { queryType: 'yield', stations: ['filling'], bucket: '15m', filters: [] };
  await page.goto(`/explore?schemaVersion=1&panes=${pane(buckets)}`);
  await expect(charts(page).first()).toBeVisible();
  await expect(panel(page, 'Table').getByRole('columnheader').first()).toBeVisible();
});

test('"Save & test" asks the datasource for its health @workbench', async ({ page }) => {
  await page.goto('/connections/datasources');
  await page.getByRole('link', { name: 'Cellthread' }).last().click();
  await page.getByRole('button', { name: /^(Save & test|Test)$/ }).click();
  await expect(page.getByText('InfluxDB answers')).toBeVisible();
});

test('an address that does not exist says so @workbench', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByText('Page not found').first()).toBeVisible();
});

test('each browser chooses who it is, and the data source is told so @workbench', async ({ page }) => {
  await page.goto('/dashboards');
  const rights = async () => {
    const answer = await page.request.get('/api/datasources/uid/cellthread/resources/rights');
    return ((await answer.json()) as { kinds: string[] }).kinds.length > 0;
  };
  const chooser = page.getByLabel('User', { exact: true });
  for (const [name, writes] of [
    ['Vera (Viewer)', false],
    ['Edgar (Editor)', true],
    ['Anonymous', false],
  ] as const) {
    await chooser.selectOption(name);
    await expect(chooser.locator('option:checked')).toHaveText(name);
    await expect.poll(rights).toBe(writes);
  }
});
