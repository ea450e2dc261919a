import { EventBusSrv, locationUtil, setTimeZoneResolver, type GrafanaConfig } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setGrafanaLiveSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { sceneGraph } from '@grafana/scenes';
import { initDataSourceInstanceSettings, setDataSourcePicker, setPanelDataErrorView } from '../shims/runtimeInternals';
import { backendSrv } from './backendSrv';
import { DatasourcePicker } from './DatasourcePicker';
import { datasourceSrv } from './datasourceSrv';
import { liveSrv } from './liveSrv';
import { PanelErrorView } from './PanelErrorView';
import { panelPlugins } from './panelPlugins';
import { fillRegistries } from './registries';
import { runRequest } from './runRequest';
import { sceneContext, variablesForUrl } from './sceneContext';
import { templateSrv } from './templateSrv';

/** Sets everything that Grafana core sets before panels, datasources and scenes may run. */
export async function startHost(): Promise<void> {
  await initPluginTranslations('grafana', []);
  initDataSourceInstanceSettings(config.datasources, config.defaultDatasource);
  setAppEvents(new EventBusSrv());
  setBackendSrv(backendSrv);
  setTemplateSrv(templateSrv);
  setDataSourceSrv(datasourceSrv);
  setRunRequest(runRequest);
  setGrafanaLiveSrv(liveSrv);
  setEchoSrv({
    flush: () => undefined,
    addBackend: () => undefined,
    addEvent: () => undefined,
    onInteraction: () => () => undefined,
  });
  setLocationSrv({
    update: ({ path, query, partial, replace }) => {
      if (partial) {
        locationService.partial(query ?? {}, replace);
      } else {
        locationService.push({
          pathname: path,
          search: new URLSearchParams(query as Record<string, string>).toString(),
        });
      }
    },
  });
  setCurrentUser(config.bootData.user as unknown as Parameters<typeof setCurrentUser>[0]);
  setTimeZoneResolver(() => config.bootData.user.timezone);
  setPanelDataErrorView(PanelErrorView);
  setDataSourcePicker(DatasourcePicker as never);
  setPluginImportUtils(panelPlugins);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  locationUtil.initialize({
    config: config as unknown as GrafanaConfig,
    getVariablesUrlParams: variablesForUrl,
    getTimeRangeForUrl: () => {
      const context = sceneContext();
      return context ? sceneGraph.getTimeRange(context).state.value.raw : { from: 'now-6h', to: 'now' };
    },
  });
  fillRegistries();
}
