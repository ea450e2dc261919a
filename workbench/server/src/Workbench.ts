import type { RunningAlerting } from './alerting/startAlerting';
import type { Exchange } from './http/Exchange';
import type { Log } from './log';
import type { LiveHub } from './live/LiveHub';
import type { PluginClient } from './plugin/PluginClient';
import type { PluginContext } from './plugin/messages';
import type { WorkbenchUser } from './plugin/pluginContext';
import type { Dashboard } from './provisioning/readDashboards';
import type { Datasource } from './provisioning/Datasource';
import type { Plugin } from './provisioning/readPlugins';

/** What the routes see of the running workbench. */
export interface Workbench {
  /** Grafana's version the plugins are told. */
  version: string;
  /** Who uses it unless a browser chose to be somebody else. */
  user: WorkbenchUser;
  log: Log;
  /** The folder of the built page. */
  pageDir: string;
  live: LiveHub;
  /** Undefined where nobody asked for the alert rules to be evaluated. */
  alerting: () => RunningAlerting | undefined;
  /** False until what was asked for has started. */
  ready: () => boolean;
  plugin: { client: () => Promise<PluginClient>; restarts: () => number; pid: () => number | undefined };
  dashboards: () => Dashboard[];
  plugins: () => Plugin[];
  datasources: Datasource[];
  /** The plugin context of one datasource, with its settings as they are now, for whom the browser chose to be. */
  contextOf: (datasource: Datasource, exchange: Exchange) => PluginContext;
}
