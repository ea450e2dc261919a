import type { Page } from '@playwright/test';
import { ask, type Row, rowsOf } from '../ask';
import { panel } from '../panel';
import { DAY, HOUR, last } from '../ranges';
import { lonelyCell } from '../station';
import { cellStations, expectTraveler, traveler } from '../traveler';
import { expect, test } from '../watchedPage';

const fillMass = {
  queryType: 'visits',
  station: 'filling',
  characteristics: ['fill_mass'],
  visits: 'first',
  runTypes: ['production'],
  strata: ['equipment', 'position'],
  include: ['limits', 'signals'],
};

/** What comes late is stored by then. */
const SETTLED = 10 * 60_000;

/** Wide enough for the subgroups of most cells: five cells of a nozzle take twenty minutes. */
const AROUND = 75 * 60_000;

/** So many are tried, and so long the next signal is waited for. */
const MOST_TRIED = 4;
const NEXT = 5_000;

/** The plan's, of fill mass. */
const SUBGROUP = 5;

/**
 * Whether the subgroup of a visit is drawn, wherever it is counted off from: so many cells of its nozzle follow within the range that
 * the page opens. Before a planned stop they do not, and the subgroup stays unfinished.
 */
function isDrawn(visit: Row, visits: Row[]): boolean {
  const after = Number(visit.time) + AROUND;
  const next = visits.filter(
    ({ time, equipment, position, product, verdict }) =>
      Number(time) > Number(visit.time) &&
      Number(time) <= after &&
      verdict !== 'skipped' &&
      equipment === visit.equipment &&
      position === visit.position &&
      product === visit.product
  );
  return next.length >= SUBGROUP - 1;
}

/** Opens the chart of fill mass around an out-of-spec cell and brings the cursor to its subgroup by the keyboard. */
async function pointAtRed(page: Page): Promise<string> {
  const answer = await ask(page.request, last(7 * HOUR), fillMass);
  const visits = answer.get('visits') ?? [];
  const outOfSpec = new Set(
    answer
      .get('point-signals')
      ?.filter(({ rule, cell_id }) => /-(lsl|usl)$/.test(String(rule)) && cell_id !== lonelyCell)
      .map(({ cell_id }) => cell_id)
  );
  const reds = visits
    .filter(
      (visit) =>
        outOfSpec.has(visit.cell_id) &&
        // What new cells may still join would move under the cursor.
        Number(visit.time) < Date.now() - AROUND - SETTLED &&
        isDrawn(visit, visits)
    )
    .reverse();
  expect(reds.length, 'out-of-spec cells at filling that the simulated line makes within hours').toBeGreaterThan(0);
  // Now and then no signal of the chart tells the newest, and it is not known why: one that is told is needed here.
  for (const red of reds.slice(0, MOST_TRIED)) {
    if (await isReached(page, red)) {
      return String(red.cell_id);
    }
  }
  throw new Error(`none of ${reds.length} out-of-spec cells is told at its point`);
}

/** Opens the chart around a visit and goes through its signals until that cell is told; false where no signal tells it. */
async function isReached(page: Page, { cell_id, time, product }: Row): Promise<boolean> {
  await page.goto(
    `/d/cellthread-characteristic?var-station=filling&var-characteristic=fill_mass&var-product=${String(product)}` +
      // A page that asks again takes the tooltip away.
      `&from=${Number(time) - AROUND}&to=${Number(time) + AROUND}&viewPanel=panel-1&refresh=1h`
  );
  await page.getByRole('group', { name: /^Control chart of/ }).focus();
  await expect(async () => {
    await page.keyboard.press('Home');
    await expect(tooltip(page)).toBeVisible({ timeout: 1000 });
  }).toPass();
  // A signal may be a pattern, or another cell's.
  while (!new RegExp(`${String(cell_id)}.*spec`).test(await told(page))) {
    if (!(await goToNextSignal(page))) {
      return false;
    }
  }
  return true;
}

const tooltip = (page: Page) => page.getByTestId('cellthread-tooltip');

/** What the tooltip says; no two points are told alike. */
const told = async (page: Page) => (await tooltip(page).allTextContents()).join();

/** Whether there was one. */
async function goToNextSignal(page: Page): Promise<boolean> {
  const before = await told(page);
  await page.keyboard.press('n');
  return expect
    .poll(async () => (await told(page)) || before, { timeout: NEXT })
    .not.toBe(before)
    .then(
      () => true,
      () => false
    );
}

test('a click on a red point of fill mass opens the traveler of that cell', async ({ page }) => {
  const id = await pointAtRed(page);
  const { x, y, width, height } = (await page.locator('.u-cursor-pt').first().boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await expectTraveler(page, id, ['Stacking', 'Leak test before filling', 'Electrolyte filling']);
});

test('a red point held by the keyboard has a way to its traveler', async ({ page }) => {
  const id = await pointAtRed(page);
  await page.keyboard.press(' ');
  await expect(page.getByRole('button', { name: `Traveler of ${id}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectTraveler(page, id, ['Stacking', 'Leak test before filling', 'Electrolyte filling']);
});

test('a cell that left the line three weeks ago is found by its ID alone', async ({ page }) => {
  const now = Date.now();
  const range = { from: now - 23 * DAY, to: now - 19 * DAY };
  const visits = (await ask(page.request, range, { queryType: 'visits', station: 'eol', visits: 'last' })).get(
    'visits'
  );
  const cell = visits?.find(({ verdict, run_type }) => verdict === 'ok' && run_type === 'production');
  expect(cell, 'the simulated line has a past').toBeDefined();
  const id = String(cell!.cell_id);

  await page.goto('/d/cellthread-cell');
  const box = page.getByPlaceholder('Enter value');
  await box.fill(id);
  await box.press('Enter');

  await expectTraveler(page, id, cellStations);
  const origin = traveler(page).getByRole('region', { name: 'Materials and origin' });
  await expect(origin.getByText('built into').first()).toBeVisible();
  await expect(origin.getByText('electrolyte', { exact: true }).first()).toBeVisible();
  await expect(origin.getByText('module', { exact: true }).first()).toBeVisible();
});

test('the Line dashboard fills with live cells', async ({ page }) => {
  const opened = Date.now();
  const answers: Row[][] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/ds/query') && response.request().postData()?.includes('"yield"')) {
      const { results } = await response.json().catch(() => ({ results: {} }));
      answers.push(rowsOf(results.A).get('yield') ?? []);
    }
  });
  await page.goto('/d/cellthread-line');
  const newest = () => Math.max(0, ...(answers.at(-1) ?? []).map(({ last_seen_ms }) => Number(last_seen_ms)));
  await expect
    .poll(newest, { message: 'a visit later than the opening of the page', timeout: 90_000 })
    .toBeGreaterThan(opened);
  const asked = answers.length;
  await expect.poll(() => answers.length, { message: 'the page asks again by itself' }).toBeGreaterThan(asked);
  await expect(async () => {
    const stacked = answers.at(-1)?.find(({ station }) => station === 'stacking')?.visits;
    const row = panel(page, 'Stations, last hour').getByRole('row').filter({ hasText: 'Stacking' });
    await expect(row.getByRole('gridcell', { name: String(stacked), exact: true }).first()).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
});
