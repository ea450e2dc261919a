import { locationService } from '@grafana/runtime';

/** A theme chosen in the address goes along to the pages that are opened from here. */
export function keepTheme(): void {
  const chosen = new URLSearchParams(window.location.search).get('theme');
  if (!chosen) {
    return;
  }
  locationService.getHistory().listen(({ search }: { search: string }) => {
    if (!new URLSearchParams(search).has('theme')) {
      locationService.partial({ theme: chosen }, true);
    }
  });
}
