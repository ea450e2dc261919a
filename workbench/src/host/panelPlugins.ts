import { type PanelPlugin, PluginType, type PanelPluginMeta } from '@grafana/data';
import { config } from '@grafana/runtime';
import { corePanels } from '../panels/corePanels';
import { loadOnce } from './loadOnce';
import { loadPluginModule } from './pluginLoader';

const cache = new Map<string, PanelPlugin>();
const loading = new Map<string, Promise<PanelPlugin>>();

const coreMeta = (id: string, name: string): PanelPluginMeta =>
  ({
    id,
    name,
    type: PluginType.panel,
    module: `core:plugin/${id}`,
    baseUrl: '',
    sort: 1,
    info: {
      logos: { small: '', large: '' },
      author: { name: '' },
      links: [],
      screenshots: [],
      version: '',
      updated: '',
      description: '',
    },
  }) as PanelPluginMeta;

async function load(id: string): Promise<PanelPlugin> {
  const core = corePanels[id];
  if (core) {
    const plugin = await core.load();
    plugin.meta = { ...coreMeta(id, core.name), skipDataQuery: core.skipDataQuery ?? false };
    return plugin;
  }
  const meta = config.panels[id];
  if (!meta) {
    throw new Error(`Panel plugin not found: ${id}`);
  }
  const { plugin } = (await loadPluginModule(meta.module)) as { plugin?: PanelPlugin };
  if (!plugin) {
    throw new Error(`Panel plugin ${id} exports no "plugin"`);
  }
  plugin.meta = { ...meta, type: PluginType.panel };
  return plugin;
}

/** Panels by id: the stand-ins of core panels, then the built plugins. Loaded once. */
export const panelPlugins = {
  importPanelPlugin: (id: string): Promise<PanelPlugin> =>
    loadOnce(loading, id, async () => {
      const plugin = await load(id);
      cache.set(id, plugin);
      return plugin;
    }),
  getPanelPluginFromCache: (id: string) => cache.get(id),
};
