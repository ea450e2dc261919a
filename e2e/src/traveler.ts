import { expect, type Locator, type Page } from '@playwright/test';

/** What the plan calls the stations that a cell itself passes, in order. */
export const cellStations = [
  'Stacking',
  'Tab welding',
  'Case and lid welding',
  'Leak test before filling',
  'Vacuum drying',
  'Electrolyte filling',
  'Soaking',
  'Formation',
  'Degassing',
  'Final sealing',
  'Capacity test',
  'Aging',
  'End-of-line test',
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
