import { sceneGraph, type SceneObject } from '@grafana/scenes';
import type { ScopedVars, UrlQueryMap } from '@grafana/data';

declare global {
  interface Window {
    /** The dashboard or Explore scene on screen; Grafana core keeps it under the same name. */
    __grafanaSceneContext?: SceneObject;
  }
}

/** The scene that interpolation starts from: the one a query brought along, else the one on screen. */
export function sceneContext(scopedVars?: ScopedVars): SceneObject | undefined {
  const brought = (scopedVars?.['__sceneObject']?.value as SceneObject | undefined)?.valueOf() as
    SceneObject | undefined;
  const shown = window.__grafanaSceneContext;
  return brought ?? (shown?.isActive ? shown : undefined);
}

/** The variables of the scene on screen as they stand in a dashboard's address. */
export function variablesForUrl(): UrlQueryMap {
  const context = sceneContext();
  const query: UrlQueryMap = {};
  for (const variable of context ? sceneGraph.getVariables(context).state.variables : []) {
    Object.assign(query, variable.state.skipUrlSync ? {} : variable.urlSync?.getUrlState());
  }
  return query;
}
