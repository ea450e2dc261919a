import { type APIRequestContext, expect } from '@playwright/test';

/** The ids of the stations that a cell itself passes, in the order of the plan in force. */
export async function route(request: APIRequestContext): Promise<string[]> {
  const answer = await request.get('/api/datasources/uid/cellthread/resources/stations');
  const stations = (await answer.json()) as Array<{ value: string; item: string }>;
  const ids = stations.filter(({ item }) => item === 'cell' || item === 'tray').map(({ value }) => value);
  expect(ids.length, 'the plan has stations of cells').toBeGreaterThan(0);
  return ids;
}
