import type { WorkbenchUser } from '../plugin/pluginContext';
import type { Workbench } from '../Workbench';
import { frontendSettings } from './frontendSettings';

const INTERVALS = {
  millisecond: 'HH:mm:ss.SSS',
  second: 'HH:mm:ss',
  minute: 'HH:mm',
  hour: 'MM/DD HH:mm',
  day: 'MM/DD',
  month: 'YYYY-MM',
  year: 'YYYY',
};

/** `window.grafanaBootData`, which @grafana/runtime reads while it is loaded. `theme` comes from the address, else dark. */
export function bootData(workbench: Workbench, user: WorkbenchUser, address: URLSearchParams) {
  const { login, name, role } = user;
  const theme = address.get('theme') === 'light' ? 'light' : 'dark';
  return {
    assets: { dark: '', light: '' },
    navTree: [],
    user: {
      id: 1,
      uid: login,
      login,
      name,
      email: '',
      orgId: 1,
      orgName: 'Main Org.',
      orgRole: role,
      isSignedIn: login !== '',
      isGrafanaAdmin: false,
      theme,
      lightTheme: theme === 'light',
      timezone: 'browser',
      weekStart: 'browser',
      locale: 'en-US',
      language: 'en-US',
      permissions: {},
      analytics: { identifier: '' },
    },
    settings: {
      ...frontendSettings(workbench),
      featureToggles: {},
      apps: {},
      panelSeriesLimit: 0,
      theme,
      minRefreshInterval: '5s',
      dateFormats: {
        fullDate: 'YYYY-MM-DD HH:mm:ss',
        interval: INTERVALS,
        useBrowserLocale: false,
        defaultTimezone: 'browser',
        defaultWeekStart: 'browser',
      },
    },
  };
}
