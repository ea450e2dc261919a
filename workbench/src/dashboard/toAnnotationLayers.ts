import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';
import type { DashboardModel } from './model';

/** The dashboard's annotation queries; Grafana's built-in one has no store here and is left out. */
export function toAnnotationLayers({ annotations }: DashboardModel): SceneDataLayerSet | undefined {
  const list = (annotations?.list ?? []).filter(({ builtIn }) => !builtIn);
  return list.length
    ? new SceneDataLayerSet({
        layers: list.map(
          (query) =>
            new dataLayers.AnnotationsDataLayer({
              key: `annotations-${query.name}`,
              name: query.name,
              query,
              isEnabled: Boolean(query.enable),
              isHidden: Boolean(query.hide),
            })
        ),
      })
    : undefined;
}
