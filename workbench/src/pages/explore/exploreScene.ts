import {
  EmbeddedScene,
  SceneFlexItem,
  SceneFlexLayout,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';
import type { ExplorePane } from './exploreUrl';
import { ControlsBar } from '../../dashboard/ControlsBar';

/** Explore's result: the graph of time series, hidden until there are some, and the table. */
export function exploreScene({ datasource, queries, range }: ExplorePane): {
  scene: EmbeddedScene;
  runner: SceneQueryRunner;
  graph: SceneFlexItem;
} {
  const runner = new SceneQueryRunner({ datasource: { uid: datasource }, queries, maxDataPointsFromWidth: true });
  const panel = (pluginId: string, title: string, options: object, minHeight: number) =>
    new SceneFlexItem({
      minHeight,
      body: new VizPanel({ pluginId, title, options, fieldConfig: { defaults: {}, overrides: [] } }),
    });
  const graph = panel('timeseries', 'Graph', { tooltip: { mode: 'multi' } }, 320);
  graph.setState({ isHidden: true });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange(range),
    $data: runner,
    controls: [
      new ControlsBar({
        left: [],
        right: [
          new SceneTimePicker({ isOnCanvas: true }),
          new SceneRefreshPicker({ isOnCanvas: true, withText: false }),
        ],
      }),
    ],
    body: new SceneFlexLayout({
      direction: 'column',
      children: [graph, panel('table', 'Table', {}, 400)],
    }),
  });
  return { scene, runner, graph };
}
