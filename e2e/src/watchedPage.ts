import { expect, test as base } from '@playwright/test';

/** Queries answered with an error are data, not a failure of the page: the panel shows them. */
const isQuery = (url: string) => /\/api\/ds\/query|\/health$/.test(url);

/** What a page must not do, as it happened. */
export interface Mishaps {
  list: string[];
}

/**
 * `test` whose page fails it on an uncaught error, on a request that leaves the host, and on a request (other than a
 * query or a health check) that the host refuses.
 */
export const test = base.extend<{ mishaps: Mishaps }>({
  mishaps: [
    async ({ page, baseURL }, use) => {
      const mishaps: Mishaps = { list: [] };
      const home = new URL(baseURL ?? '').host;
      page.on('pageerror', (error) => mishaps.list.push(`uncaught: ${error.stack ?? error.message}`));
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol.startsWith('http') && host !== home) {
          mishaps.list.push(`left the host: ${request.url()}`);
        }
      });
      page.on('response', (response) => {
        if (response.status() >= 400 && !isQuery(response.url())) {
          mishaps.list.push(`${response.status()}: ${response.url()}`);
        }
      });
      await use(mishaps);
      expect(mishaps.list).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
