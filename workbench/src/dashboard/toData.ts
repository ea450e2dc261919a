import {
  DataProviderProxy,
  SceneDataTransformer,
  SceneQueryRunner,
  type SceneDataProvider,
  type SceneDataQuery,
} from '@grafana/scenes';
import type { PanelModel } from './model';

/** Grafana's datasource that hands on what another panel of the dashboard queried. */
const OTHER_PANEL = '-- Dashboard --';

/** The data of a panel: its queries, or another panel's, then its transformations. Undefined if it asks nothing. */
export function toData(panel: PanelModel, all: PanelModel[]): SceneDataProvider | undefined {
  const source = queries(panel, all);
  return source && panel.transformations?.length
    ? new SceneDataTransformer({ $data: source, transformations: panel.transformations })
    : source;
}

/** Queries that several panels share: one runner a panel, made when first asked for. */
const runners = new WeakMap<PanelModel, SceneQueryRunner>();

function queries(panel: PanelModel, all: PanelModel[]): SceneDataProvider | undefined {
  if (!panel.targets?.length) {
    return undefined;
  }
  if (panel.datasource?.uid === OTHER_PANEL) {
    const other = all.find(({ id }) => id === (panel.targets?.[0] as { panelId?: number }).panelId);
    return other && other !== panel ? new DataProviderProxy({ source: runnerOf(other).getRef() }) : undefined;
  }
  return runnerOf(panel);
}

function runnerOf(panel: PanelModel): SceneQueryRunner {
  const runner =
    runners.get(panel) ??
    new SceneQueryRunner({
      datasource: panel.datasource ?? undefined,
      queries: (panel.targets ?? []) as SceneDataQuery[],
      maxDataPoints: panel.maxDataPoints ?? undefined,
      maxDataPointsFromWidth: !panel.maxDataPoints,
      minInterval: panel.interval ?? undefined,
      dataLayerFilter: { panelId: panel.id },
    });
  runners.set(panel, runner);
  return runner;
}
