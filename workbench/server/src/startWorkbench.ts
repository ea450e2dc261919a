import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AlertingOptions, type RunningAlerting, startAlerting } from './alerting/startAlerting';
import { routedServer } from './http/Router';
import { LiveHub } from './live/LiveHub';
import type { Log } from './log';
import { PluginHost } from './plugin/PluginHost';
import { pluginContext, type WorkbenchUser } from './plugin/pluginContext';
import type { Datasource } from './provisioning/Datasource';
import { readDashboards } from './provisioning/readDashboards';
import { bareDatasource, type DatasourceOverride, provisionedDatasources } from './provisioning/provisionedDatasources';
import { readPlugins } from './provisioning/readPlugins';
import { alertingRoutes } from './routes/alertingRoutes';
import { dashboardRoutes } from './routes/dashboardRoutes';
import { datasourceRoutes } from './routes/datasourceRoutes';
import { liveRoutes } from './routes/liveRoutes';
import { pageRoutes } from './routes/pageRoutes';
import { queryRoutes } from './routes/queryRoutes';
import { resourceRoutes } from './routes/resourceRoutes';
import { userRoutes } from './routes/userRoutes';
import { chosenUser } from './users';
import type { Workbench } from './Workbench';

/** Grafana's version whose front-end packages the page is built from. */
const GRAFANA_VERSION = '13.2.2';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface WorkbenchOptions {
  /** 0 takes a free port. */
  port: number;
  /** The datasource's backend, an executable file. */
  pluginBinary: string;
  /** Laid over the provisioned datasource `cellthread`. */
  datasource?: DatasourceOverride;
  /** Grafana's provisioning folder: `dashboards/*.json`, `datasources/*.yaml`. */
  provisioningDir?: string;
  /** Holds `<kind>/<name>/dist` of every plugin. */
  pluginsDir?: string;
  pageDir?: string;
  user?: Partial<WorkbenchUser>;
  /** Evaluates the provisioned alert rules as well: a demo without a Grafana. */
  alerting?: AlertingOptions;
  log?: Log;
}

/** A running workbench: its address, and how to end it with its plugin. */
export interface RunningWorkbench {
  url: string;
  pluginPid: () => number | undefined;
  stop: () => Promise<void>;
}

/** Who asks for alert rules, in Grafana. */
const SCHEDULER: WorkbenchUser = { login: 'grafana_scheduler', name: 'grafana_scheduler', role: 'Admin' };

/** Starts the datasource's binary and the HTTP server in front of it, on loopback only. */
export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const log: Log = options.log ?? (() => undefined);
  const provisioning = resolve(options.provisioningDir ?? join(root, 'provisioning'));
  const pluginsDir = resolve(options.pluginsDir ?? join(root, 'plugins'));
  const datasources = provisionedDatasources(join(provisioning, 'datasources'), options.datasource);
  const user: WorkbenchUser = { login: 'workbench', name: 'Workbench', role: 'Editor', ...options.user };
  const host = { url: '', version: GRAFANA_VERSION };

  const plugin = await PluginHost.start(resolve(options.pluginBinary), GRAFANA_VERSION, log);
  const contextOf = (datasource: Datasource, as = user) => pluginContext(datasource, as, host);
  const live = new LiveHub({
    client: () => plugin.client(),
    contextOf: (uid) => contextOf(datasources.find((datasource) => datasource.uid === uid) ?? bareDatasource),
    log,
  });
  let alerting: RunningAlerting | undefined;
  const workbench: Workbench = {
    version: GRAFANA_VERSION,
    user,
    log,
    pageDir: resolve(options.pageDir ?? join(root, 'workbench', 'dist')),
    live,
    alerting: () => alerting,
    ready: () => !options.alerting || alerting !== undefined,
    plugin: { client: () => plugin.client(), restarts: () => plugin.restarts, pid: () => plugin.pid },
    dashboards: () => readDashboards(join(provisioning, 'dashboards')),
    plugins: () => readPlugins(pluginsDir),
    datasources,
    contextOf: (datasource, { request }) => contextOf(datasource, chosenUser(user, request.headers.cookie)),
  };
  const server = routedServer(
    [
      queryRoutes,
      resourceRoutes,
      datasourceRoutes,
      dashboardRoutes,
      alertingRoutes,
      liveRoutes,
      userRoutes,
      pageRoutes,
    ].flatMap((make) => make(workbench)),
    log
  );
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(options.port, '127.0.0.1', done);
    });
  } catch (error) {
    await plugin.stop();
    throw error;
  }
  host.url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const stop = async () => {
    live.stop();
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await Promise.all([closed, alerting?.stop()]);
    await plugin.stop();
  };
  if (options.alerting) {
    const asScheduler = (uid: string) => {
      const datasource = datasources.find((one) => one.uid === uid);
      return datasource && pluginContext(datasource, SCHEDULER, host);
    };
    const sources = { client: () => plugin.client(), contextOf: asScheduler };
    try {
      alerting = await startAlerting(options.alerting, {
        folder: join(provisioning, 'alerting'),
        sources,
        externalURL: () => host.url,
        log,
      });
    } catch (error) {
      await stop();
      throw error;
    }
  }
  return {
    url: host.url.slice(0, -1),
    pluginPid: () => plugin.pid,
    stop,
  };
}
