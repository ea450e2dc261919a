import { PanelTimeRange } from './PanelTimeRange';
import { VizPanel } from '@grafana/scenes';
import type { PanelModel } from './model';
import { PanelLinks } from './PanelLinks';
import { panelMenu } from './panelMenu';
import { toData } from './toData';

/** A panel of the dashboard as a scene object, keyed `panel-<id>` as Grafana keys it. */
export function toPanel(panel: PanelModel, all: PanelModel[]): VizPanel {
  const { id, type, title, description, options, fieldConfig, transparent, pluginVersion } = panel;
  return new VizPanel({
    key: `panel-${id}`,
    title: title ?? '',
    description,
    pluginId: type,
    pluginVersion,
    options: options ?? {},
    fieldConfig: fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: transparent ? 'transparent' : 'default',
    hoverHeader: !title && !panel.timeFrom && !panel.timeShift,
    hoverHeaderOffset: 0,
    $data: toData(panel, all),
    $timeRange: PanelTimeRange.of(panel),
    titleItems: panel.links?.length ? [new PanelLinks({ links: panel.links })] : [],
    menu: panelMenu(),
    showMenuAlways: true,
  });
}
