import { until } from '@cellthread/stack';
import { type Browser } from '@playwright/test';

/** What a page asks when it is read anew, each as it asked it. */
export interface Asked {
  body: { from: string; to: string };
  /** ms since 1970. */
  at: number;
}

const QUIET_MS = 1500;

/** Opens a page until it has answers for all that it asks, and gives what it asked. */
export async function recordedPage(browser: Browser, url: string): Promise<Asked[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 } });
  const asked: Asked[] = [];
  let [answered, last] = [0, Date.now()];
  const isQuery = (address: string) => address.includes('/api/ds/query');
  page.on('request', (request) => {
    if (isQuery(request.url())) {
      asked.push({ body: request.postDataJSON() as Asked['body'], at: Date.now() });
    }
  });
  page.on('response', (response) => {
    if (isQuery(response.url())) {
      answered++;
      last = Date.now();
    }
  });
  await page.goto(url);
  await until(`The answers to ${url}`, () => answered > 0 && answered >= asked.length && Date.now() - last > QUIET_MS);
  await page.close();
  return asked;
}

/** The same question now. */
export function now({ body, at }: Asked): Asked['body'] {
  const later = Date.now() - at;
  return { ...body, from: String(Number(body.from) + later), to: String(Number(body.to) + later) };
}
