import { locationUtil, urlUtil } from '@grafana/data';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { variablesForUrl } from '../host/sceneContext';
import type { DashboardLinkModel } from './model';

/** The address of a dashboard link: variables put in, time and variables added where the link asks for them. */
export function linkHref(link: DashboardLinkModel, scene: SceneObject, url = link.url ?? ''): string {
  const { from, to } = sceneGraph.getTimeRange(scene).urlSync?.getUrlState() ?? {};
  const added = { ...(link.keepTime ? { from, to } : {}), ...(link.includeVars ? variablesForUrl() : {}) };
  const target = sceneGraph.interpolate(scene, url, undefined, 'percentencode');
  return locationUtil.assureBaseUrl(urlUtil.appendQueryToUrl(target, urlUtil.toUrlParams(added)));
}
