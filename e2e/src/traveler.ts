import { expect, type Locator, type Page } from '@playwright/test';

/** The stations that a cell itself passes, in order. */
export const cellStations = [
  'stacking',
  'tab welding',
  'case welding',
  'leak prefill',
  'vacuum drying',
  'filling',
  'soaking',
  'formation',
  'degassing',
  'sealing',
  'capacity',
  'aging',
  'eol',
];

export const traveler = (page: Page): Locator => page.getByTestId('cellthread-traveler');

/** The page is this cell's traveler, its route shows these stations. */
export async function expectTraveler(page: Page, id: string, stations: string[]): Promise<void> {
  await expect(page).toHaveURL(
    // Grafana adds the dashboard's title.
    (url) => /\/d\/cellthread-cell(\/cell)?$/.test(url.pathname) && url.searchParams.get('var-cell') === id
  );
  await expect(traveler(page).getByRole('heading', { name: id, exact: true })).toBeVisible();
  const route = traveler(page).getByRole('listitem');
  for (const station of stations) {
    await expect(route.filter({ has: page.getByText(station, { exact: true }) }).first()).toBeVisible();
  }
}
