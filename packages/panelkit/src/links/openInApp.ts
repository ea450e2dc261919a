import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/** Follows a link without reloading the page; addresses of other sites open in a new tab. */
export function openInApp(href: string): void {
  if (/^[a-z]+:\/\//i.test(href) && !href.startsWith(globalThis.location.origin)) {
    globalThis.open(href, '_blank', 'noopener');
    return;
  }
  locationService.push(locationUtil.stripBaseFromUrl(href));
}
