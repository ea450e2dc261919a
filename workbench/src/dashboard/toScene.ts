import {
  behaviors,
  EmbeddedScene,
  SceneGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { AnnotationSwitches } from './AnnotationSwitches';
import { ControlsBar } from './ControlsBar';
import { DashboardLinks } from './DashboardLinks';
import type { DashboardModel } from './model';
import { PrintButton } from './PrintButton';
import { toAnnotationLayers } from './toAnnotationLayers';
import { toGridChildren } from './toGridChildren';
import { toVariable } from './toVariable';

/** Grafana's own list, from the least it allows by default. */
const REFRESH = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

/** What of a dashboard's bar an address may hide (`_dash.hideTimePicker` …). */
export interface Hidden {
  timePicker?: boolean;
  variables?: boolean;
  links?: boolean;
}

/** Classic dashboard JSON as a scene. */
export function toScene(dashboard: DashboardModel, hidden: Hidden = {}): EmbeddedScene {
  const { time, timezone, timepicker, templating, links, refresh } = dashboard;
  const variables = (templating?.list ?? []).map(toVariable);
  const layers = toAnnotationLayers(dashboard);
  const intervals = timepicker?.refresh_intervals ?? REFRESH;
  const showTime = !hidden.timePicker && !timepicker?.hidden;
  return new EmbeddedScene({
    key: dashboard.uid,
    $timeRange: new SceneTimeRange({
      from: time?.from ?? 'now-6h',
      to: time?.to ?? 'now',
      timeZone: timezone && timezone !== 'browser' ? timezone : undefined,
      UNSAFE_nowDelay: timepicker?.nowDelay,
    }),
    $variables: new SceneVariableSet({ variables }),
    $data: layers,
    $behaviors: [new behaviors.CursorSync({ sync: dashboard.graphTooltip ?? 0 }), new behaviors.SceneQueryController()],
    controls: [
      new ControlsBar({
        left: hidden.variables
          ? []
          : [new VariableValueSelectors({}), ...(layers ? [new AnnotationSwitches({ layers: layers.getRef() })] : [])],
        right: [
          ...(links?.length && !hidden.links ? [new DashboardLinks({ links })] : []),
          ...(showTime ? [new SceneTimePicker({ isOnCanvas: true })] : []),
          new SceneRefreshPicker({ refresh: refresh || '', intervals, isOnCanvas: true, withText: false }),
          new PrintButton({}),
        ],
      }),
    ],
    body: new SceneGridLayout({
      isLazy: true,
      isDraggable: false,
      isResizable: false,
      children: toGridChildren(dashboard.panels ?? []),
    }),
  });
}
