import { type Panel } from './panel';
import { type Variable } from './variable';

/** A dashboard in Grafana's classic JSON model, as file provisioning takes it on every version since 12.4. */
export interface Dashboard {
  uid: string;
  title: string;
  description: string;
  panels: Panel[];
  variables: Variable[];
  from: string;
  refresh: string;
  links?: DashboardLink[];
  /** It shows a time of its own, whatever the page's range: there is none to choose. */
  hideTime?: boolean;
}

export interface DashboardLink {
  title: string;
  url: string;
  tooltip?: string;
  icon?: string;
  targetBlank?: boolean;
  keepTime?: boolean;
  includeVars?: boolean;
}

/** The uids of all dashboards; alert rules and links refer to them. */
export const dashboardUids = {
  line: 'cellthread-line',
  station: 'cellthread-station',
  characteristic: 'cellthread-characteristic',
  cell: 'cellthread-cell',
  signals: 'cellthread-signals',
  holds: 'cellthread-holds',
  losses: 'cellthread-losses',
  enter: 'cellthread-enter',
  audit: 'cellthread-audit',
  health: 'cellthread-health',
  shift: 'cellthread-shift',
  changes: 'cellthread-changes',
} as const;

/** Grafana's own annotations, off: every change of state of every rule would be drawn into whichever chart is open. */
const builtInAnnotations = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: false,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};

/** The file Grafana provisions. Throws when two panels share an id, since rules and links point at panels by id. */
export function dashboardJson(dashboard: Dashboard): string {
  const ids = dashboard.panels.map((panel) => panel.id);
  if (new Set(ids).size !== ids.length) {
    throw new Error(`Dashboard ${dashboard.uid} uses a panel id twice.`);
  }
  const json = {
    uid: dashboard.uid,
    title: dashboard.title,
    description: dashboard.description,
    tags: ['cellthread'],
    editable: true,
    graphTooltip: 1,
    schemaVersion: 42,
    version: 1,
    timezone: 'browser',
    time: { from: dashboard.from, to: 'now' },
    refresh: dashboard.refresh,
    timepicker: { ...(dashboard.hideTime && { hidden: true }), refresh_intervals: ['5s', '10s', '30s', '1m', '5m'] },
    annotations: { list: [builtInAnnotations] },
    links: [
      {
        type: 'dashboards',
        title: 'Cellthread',
        tags: ['cellthread'],
        asDropdown: true,
        keepTime: true,
        includeVars: true,
      },
      ...(dashboard.links ?? []).map((link) => ({ type: 'link', keepTime: true, includeVars: true, ...link })),
    ],
    templating: { list: dashboard.variables },
    panels: dashboard.panels,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
