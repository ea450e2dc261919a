import { panel } from '../panel';
import { last, HOUR } from '../ranges';
import { ask } from '../ask';
import { route } from '../route';
import { expect, test } from '../watchedPage';

test('a statement in place of a cell ID is refused with a sentence', async ({ page }) => {
  const id = "x'; DROP DATABASE cellthread_visits";
  await page.goto(`/d/cellthread-cell?var-cell=${encodeURIComponent(id)}`);
  await panel(page, `Traveler ${id}`).getByTestId('data-testid Panel status error').hover();
  await expect(page.getByText(/is not an identifier/).first()).toBeVisible();
  const [station] = await route(page.request);
  const answer = await ask(page.request, last(HOUR), { queryType: 'visits', station, visits: 'all' });
  expect(answer.get('visits')?.length).toBeGreaterThan(0);
});

test('an ID that no cell has is told in a sentence', async ({ page }) => {
  await page.goto('/d/cellthread-cell?var-cell=NO-SUCH-CELL');
  await expect(page.getByText('No such cell')).toBeVisible();
  await expect(page.getByText(/Nothing is known of NO-SUCH-CELL/)).toBeVisible();
});

test('without an ID the Cell page says what to do', async ({ page }) => {
  await page.goto('/d/cellthread-cell');
  await expect(page.getByText('Choose a cell, or scan its identifier.')).toBeVisible();
});

const unchosen: Array<[string, string, string]> = [
  ['no station is chosen', 'var-station=', 'Choose a station.'],
  ['the station is unknown', 'var-station=nowhere', 'Nothing was ever stored for station nowhere'],
  ['no equipment is chosen', 'var-equipment=', 'Nothing is chosen for equipment'],
  ['nothing came in the time range', 'from=1577836800000&to=1577840400000', 'Nothing in this time range.'],
];

for (const [words, address, sentence] of unchosen) {
  test(`the tile of the current cell says that ${words}`, async ({ page }) => {
    await page.goto(`/d/cellthread-station?${address}`);
    await expect(panel(page, 'Current item, and what the station said')).toContainText(sentence);
  });
}
