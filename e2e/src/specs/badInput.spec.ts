import { panel } from '../panel';
import { last, HOUR } from '../ranges';
import { ask } from '../ask';
import { expect, test } from '../watchedPage';

test('a statement in place of a cell ID is refused with a sentence', async ({ page }) => {
  const id = "x'; DROP DATABASE cellthread_visits";
  await page.goto(`/d/cellthread-cell?var-cell=${encodeURIComponent(id)}`);
  await panel(page, `Traveler ${id}`).getByTestId('data-testid Panel status error').hover();
  await expect(page.getByText(/is not an identifier/).first()).toBeVisible();
  const answer = await ask(page.request, last(HOUR), { queryType: 'visits', station: 'stacking', visits: 'all' });
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
