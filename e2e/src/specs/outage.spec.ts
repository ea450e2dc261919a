import { Gate } from '../Gate';
import { charts, panel } from '../panel';
import { startWorkbench } from '../startWorkbench';
import { expect, test } from '../watchedPage';

let gate: Gate;
let workbench: Awaited<ReturnType<typeof startWorkbench>>;

test.beforeAll(async ({ playwright, baseURL }) => {
  const context = await playwright.request.newContext({ baseURL });
  const { jsonData } = (await (await context.get('/api/datasources/uid/cellthread')).json()) as {
    jsonData: { servers: [{ url: string }] };
  };
  await context.dispose();
  const { hostname, port } = new URL(jsonData.servers[0].url);
  gate = new Gate({ host: hostname, port: Number(port) });
  await gate.open();
  workbench = await startWorkbench(gate.url);
});

test.afterAll(async () => {
  await workbench?.stop();
  await gate?.close();
});

test('a stopped database is told on every panel, and the panels recover with it @workbench', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: workbench.url });
  await page.goto('/d/cellthread-line?refresh=5s');
  const chart = panel(page, 'Fill mass');
  await expect(charts(page).first()).toBeVisible();

  await gate.close();
  await chart.getByTestId('data-testid Panel status error').hover();
  await expect(
    page.getByText(/InfluxDB .*(refused|cannot be reached|unreachable|does not answer)/i).first()
  ).toBeVisible();
  await page.getByTestId('data-testid TimePicker Open Button').click();
  await expect(page.getByText('Last 5 minutes')).toBeVisible();
  await page.keyboard.press('Escape');

  await gate.open();
  await expect(chart.getByTestId('data-testid Panel status error')).toHaveCount(0);
  await expect(chart.locator('.uplot canvas').first()).toBeVisible();
  await page.close();
});
