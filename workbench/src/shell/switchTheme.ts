import { config, locationService } from '@grafana/runtime';

/** Loads the page anew in the other theme: charts and plugins read it once. The choice stays in the address. */
export function switchTheme(): void {
  const search = new URLSearchParams(locationService.getLocation().search);
  search.set('theme', config.bootData.user.lightTheme ? 'dark' : 'light');
  window.location.search = search.toString();
}
