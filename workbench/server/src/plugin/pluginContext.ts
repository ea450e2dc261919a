import type { Datasource } from '../provisioning/Datasource';
import type { PluginContext } from './messages';

/** Who uses this workbench; Grafana's three organisation roles. */
export interface WorkbenchUser {
  login: string;
  name: string;
  role: 'Viewer' | 'Editor' | 'Admin';
}

/** What Grafana tells a plugin with every call: which datasource, with which settings, for whom. */
export function pluginContext(
  datasource: Datasource,
  user: WorkbenchUser,
  host: { url: string; version: string }
): PluginContext {
  return {
    orgId: 1,
    pluginId: datasource.type,
    pluginVersion: '',
    namespace: 'default',
    userAgent: `Grafana/${host.version} (${process.platform}; workbench)`,
    user: { login: user.login, name: user.name, email: '', role: user.role },
    dataSourceInstanceSettings: {
      id: datasource.id,
      uid: datasource.uid,
      name: datasource.name,
      url: datasource.url,
      user: datasource.user,
      database: datasource.database,
      basicAuthEnabled: datasource.basicAuth,
      basicAuthUser: datasource.basicAuthUser,
      jsonData: Buffer.from(JSON.stringify(datasource.jsonData)),
      decryptedSecureJsonData: datasource.secureJsonData,
      lastUpdatedMS: datasource.updatedMs,
    },
    // Constant on purpose: the plugin rebuilds its instance whenever one of these changes.
    grafanaConfig: { GF_APP_URL: host.url },
  };
}
