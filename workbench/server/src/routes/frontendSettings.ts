import type { Plugin } from '../provisioning/readPlugins';
import type { Workbench } from '../Workbench';

const served = ({ id, json }: Plugin) => ({
  ...json,
  module: `public/plugins/${id}/module.js`,
  baseUrl: `public/plugins/${id}`,
});

/** `/api/frontend/settings`: the panels and datasources the browser may load, in Grafana's shape. */
export function frontendSettings(workbench: Workbench) {
  const plugins = workbench.plugins();
  const panels = Object.fromEntries(
    plugins
      .filter(({ type }) => type === 'panel')
      .map((plugin, i) => [
        plugin.id,
        { ...served(plugin), sort: 100 + i, hideFromList: false, angular: { detected: false } },
      ])
  );
  const datasources = workbench.datasources.flatMap((datasource) => {
    const plugin = plugins.find(({ id }) => id === datasource.type);
    const meta = plugin ? served(plugin) : { id: datasource.type, type: 'datasource', name: datasource.type, info: {} };
    const { id, uid, name, type, url, isDefault, readOnly, jsonData } = datasource;
    return [
      [
        name,
        {
          id,
          uid,
          name,
          type,
          url,
          isDefault,
          readOnly,
          jsonData,
          access: 'proxy',
          meta,
          cachingConfig: { enabled: false, TTLMs: 0 },
        },
      ],
    ];
  });
  const defaultDatasource = workbench.datasources.find(({ isDefault }) => isDefault) ?? workbench.datasources[0];
  return {
    appSubUrl: '',
    buildInfo: { version: workbench.version, commit: '', env: 'production', edition: 'Open Source' },
    datasources: Object.fromEntries(datasources),
    defaultDatasource: defaultDatasource?.name ?? '',
    panels,
  };
}
