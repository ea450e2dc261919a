import type { NotifiedAlert } from './answers';

const BEFORE_MS = 6 * 3_600_000;
const AFTER_MS = 3_600_000;

/** The address in this page of what an alert shows, over the hours around its beginning; undefined where it shows nothing. */
export function chartHref({ annotations, panelURL, startsAt }: NotifiedAlert): string | undefined {
  const told = annotations['chart'] || annotations['dashboard'] || panelURL;
  if (!told || !URL.canParse(told)) {
    return undefined;
  }
  const { pathname, searchParams } = new URL(told);
  if (!searchParams.has('from')) {
    const began = Date.parse(startsAt);
    searchParams.set('from', String(began - BEFORE_MS));
    searchParams.set('to', String(began + AFTER_MS));
  }
  return `${pathname}?${searchParams}`;
}
