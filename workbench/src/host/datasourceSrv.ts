import {
  matchPluginId,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  type DataSourcePluginMeta,
  type DataSourceRef,
  type ScopedVars,
} from '@grafana/data';
import {
  config,
  type DataSourceSrv,
  type GetDataSourceListFilters,
  type RuntimeDataSourceRegistration,
} from '@grafana/runtime';
import { GrafanaDatasource, grafanaSettings } from './GrafanaDatasource';
import { loadOnce } from './loadOnce';
import { loadPluginModule } from './pluginLoader';
import { templateSrv } from './templateSrv';

type Ref = DataSourceRef | string | null;
interface DatasourceModule {
  plugin: { DataSourceClass: new (settings: DataSourceInstanceSettings) => DataSourceApi; components: object };
}

const instances = new Map<string, Promise<DataSourceApi>>();
const runtime = new Map<string, DataSourceApi>();

const all = (): DataSourceInstanceSettings[] => [...Object.values(config.datasources), grafanaSettings];

function settingsOf(ref?: Ref, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
  const named = typeof ref === 'string' ? ref : ref?.uid;
  const key = named && templateSrv.replace(named, scopedVars);
  const byDefault = () => all().find(({ name }) => name === config.defaultDatasource);
  if (!key || key === 'default') {
    const type = typeof ref === 'object' ? ref?.type : undefined;
    return (type ? all().find((settings) => settings.type === type) : undefined) ?? byDefault();
  }
  return all().find(({ uid, name }) => uid === key || name === key);
}

async function load(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  if (settings.uid === grafanaSettings.uid) {
    return new GrafanaDatasource(settings);
  }
  if (!settings.meta.module) {
    throw new Error(`the front end of datasource plugin ${settings.type} is not built (no dist/plugin.json)`);
  }
  const { plugin } = (await loadPluginModule(settings.meta.module)) as unknown as DatasourceModule;
  const instance = new plugin.DataSourceClass(settings);
  return Object.assign(instance, { components: plugin.components, meta: settings.meta, type: settings.type });
}

function fits(settings: DataSourceInstanceSettings<DataSourceJsonData>, filters: GetDataSourceListFilters): boolean {
  const { meta, type } = settings;
  const types = filters.type === undefined ? [] : [filters.type].flat();
  const capabilities = ['metrics', 'annotations', 'alerting', 'logs', 'tracing'] as const;
  return (
    (!filters.pluginId || matchPluginId(filters.pluginId, meta)) &&
    (!types.length || types.includes(type)) &&
    (filters.all || capabilities.every((name) => !filters[name] || meta[name as keyof DataSourcePluginMeta])) &&
    (filters.all || settings.uid !== grafanaSettings.uid) &&
    (!filters.filter || filters.filter(settings))
  );
}

/** Datasources as plugins and scenes ask for them; an instance is made once, when first asked for. */
export const datasourceSrv: DataSourceSrv = {
  getInstanceSettings: settingsOf,
  getList: (filters = {}) => all().filter((settings) => fits(settings, filters)),
  get: (ref, scopedVars) => {
    const known = ref && runtime.get(typeof ref === 'string' ? ref : (ref.uid ?? ''));
    if (known) {
      return Promise.resolve(known);
    }
    const settings = settingsOf(ref, scopedVars);
    if (!settings) {
      const name = typeof ref === 'string' ? ref : (ref?.uid ?? 'default');
      return Promise.reject(new Error(`Datasource ${templateSrv.replace(name, scopedVars)} was not found`));
    }
    return loadOnce(instances, settings.uid, () => load(settings));
  },
  reload: async () => instances.clear(),
  registerRuntimeDataSource: ({ dataSource }: RuntimeDataSourceRegistration) =>
    void runtime.set(dataSource.uid, dataSource),
};
