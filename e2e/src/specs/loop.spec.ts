import type { Locator, Page } from '@playwright/test';
import { ask } from '../ask';
import { panel } from '../panel';
import { HOUR, last } from '../ranges';
import { traveler } from '../traveler';
import { truthsOf } from '../truth';
import { expect, test } from '../watchedPage';

const MINUTE = 60_000;
/** Ten times as many cells as usual are looked up after a start before pages are answered at their usual pace. */
const START = 8 * MINUTE;
/** A cell of the nozzle is held where it is out of spec again after it was filled once more. */
const HELD = 12 * MINUTE;
/** What the line does with a cell that is released: it goes to the next station, whose machine has to be free. */
const LINE = 3 * MINUTE;
/** The cells that a proof takes, of a nozzle that fills one in half a minute, and what is stored late. */
const PROOF = 25 * MINUTE;

const worklist = (page: Page, title: string) => panel(page, title).getByTestId('cellthread-worklist');
const row = (list: Locator, text: RegExp | string) =>
  list.getByTestId('cellthread-worklist-row').filter({ hasText: text });

/** Marks a row, chooses what is to be done, and sends it; `choose` is what the dialog has to be told. */
async function act(page: Page, list: Locator, of: Locator, action: string, choose: (dialog: Locator) => Promise<void>) {
  await of.getByRole('checkbox').check();
  await list.getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog);
  await dialog.getByRole('button', { name: action }).click();
  await expect(dialog.getByText('stored')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

test('a nozzle wavers: it is told, held, answered, cleaned, and what was done is proved @workbench @loop', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(START + HELD + PROOF + 10 * MINUTE);
  await context.addCookies([{ name: 'cellthread_user', value: 'editor-1', url: baseURL! }]);
  const fault = () => truthsOf('nozzle-wavering')[0]!;
  const place = `${fault().equipment[0]} ${fault().position}`;
  // Which of them is told first is a matter of chance.
  const wavers = new RegExp(`${place}: .*( wavers, spread [\\d.]+ × .* sisters| % out of spec, usually )`);

  await page.goto('/d/cellthread-line');
  await expect(panel(page, 'What is wrong now')).toContainText(wavers, { timeout: START });

  await page.goto('/d/cellthread-signals');
  const causes = worklist(page, 'Machines, processes and the record');
  const cause = row(causes, wavers);
  await act(page, causes, cause, 'Acknowledge', async () => undefined);
  await expect(cause).toContainText('acknowledged');
  await act(page, causes, cause, 'Name the cause', (dialog) =>
    dialog.getByRole('radio', { name: 'Nozzle worn or clogged' }).check()
  );
  let held = '';
  await expect
    .poll(async () => (held = await aHeldCell(page, fault())), { message: 'a held cell of it', timeout: HELD })
    .not.toBe('');
  await page.goto('/d/cellthread-signals');
  await act(page, causes, cause, 'Say what was done', (dialog) =>
    dialog.getByRole('radio', { name: 'Nozzle cleaned' }).check()
  );
  await expect.poll(() => fault().to_ms, { message: 'the fault ends' }).not.toBeNull();

  const events = traveler(page).getByRole('region', { name: 'Events' });
  const tells = (words: RegExp) =>
    expect(async () => {
      await page.goto(`/d/cellthread-cell?var-cell=${held}`);
      await expect(events).toContainText(words, { timeout: 5_000 });
    }).toPass({ timeout: LINE });
  await tells(/diverted before /);

  await page.goto('/d/cellthread-holds');
  const holds = page.getByTestId('cellthread-worklist').first();
  await holds.getByLabel(/scan an ID/).fill(held);
  await expect(row(holds, held).first()).toBeVisible();
  // One that failed twice is held twice.
  await act(page, holds, holds.getByText('Choose all').locator('..'), 'Release', (dialog) =>
    dialog.getByLabel('Why').fill('weighed by hand: 801 g')
  );
  await tells(/weighed by hand: 801 g.*editor-1/s);
  await tells(/went on to /);

  await page.goto('/d/cellthread-signals');
  const proof = panel(page, 'What was done, and whether it worked').getByRole('row').filter({ hasText: 'it worked' });
  await expect(proof.filter({ hasText: fault().position })).toContainText(/Straight for \d+ min since it was done: /, {
    timeout: PROOF,
  });
});

/** A cell of the place of a fault that is held one by one; empty while there is none. */
async function aHeldCell(page: Page, { equipment, position }: { equipment: string[]; position?: string }) {
  const answer = await ask(page.request, last(2 * HOUR), { queryType: 'events', state: 'open' });
  const of = answer
    .get('events')
    ?.find((event) => event.equipment === equipment[0] && event.position === position && event.target_type === 'cell');
  return String(of?.target_id ?? '');
}
