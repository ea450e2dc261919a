import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/**
 * Follows plain links within the page, as Grafana does for every `<a href>` that no one else handled: no reload, unless
 * the link names a target or a key asks for a new tab.
 */
export function interceptLinkClicks(event: MouseEvent): void {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const href = anchor?.getAttribute('href');
  if (!href || anchor?.target || anchor?.hasAttribute('download')) {
    return;
  }
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  const path = locationUtil.stripBaseFromUrl(href);
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('#')) {
    return;
  }
  event.preventDefault();
  locationService.push(path.startsWith('/') ? path : `/${path}`);
}
