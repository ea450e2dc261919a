import type { Locator, Page } from '@playwright/test';

/** The panel with this title, by the mark that Grafana's panel frame carries. */
export const panel = (page: Page, title: string): Locator => page.getByTestId(`data-testid Panel header ${title}`);

/** Every chart drawn by uPlot. */
export const charts = (page: Page): Locator => page.locator('.uplot canvas');

/** The queries of the next `/api/ds/query` request that satisfies `wanted`. */
export async function nextQuery(page: Page, wanted: (queries: Array<Record<string, unknown>>) => boolean) {
  const request = await page.waitForRequest((candidate) => {
    if (!candidate.url().includes('/api/ds/query')) {
      return false;
    }
    return wanted((candidate.postDataJSON() as { queries: Array<Record<string, unknown>> }).queries);
  });
  return (request.postDataJSON() as { queries: Array<Record<string, unknown>> }).queries;
}
