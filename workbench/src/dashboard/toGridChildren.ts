import { SceneGridItem, SceneGridRow, type SceneGridItemLike } from '@grafana/scenes';
import type { PanelModel } from './model';
import { RepeatedPanel } from './RepeatedPanel';
import { RowRepeater } from './RowRepeater';
import { toPanel } from './toPanel';

const DEFAULT_PLACE = { x: 0, y: 0, w: 12, h: 8 };

function toItem(panel: PanelModel, all: PanelModel[]): SceneGridItemLike {
  const { x, y, w, h } = panel.gridPos ?? DEFAULT_PLACE;
  const place = { key: `grid-item-${panel.id}`, x, y, width: w, height: h, isDraggable: false, isResizable: false };
  const body = toPanel(panel, all);
  return panel.repeat
    ? new RepeatedPanel({
        ...place,
        width: panel.repeatDirection === 'v' ? w : 24,
        x: panel.repeatDirection === 'v' ? x : 0,
        source: body,
        variableName: panel.repeat,
        direction: panel.repeatDirection ?? 'h',
        maxPerRow: panel.maxPerRow ?? 4,
        itemHeight: h,
        repeats: [],
      })
    : new SceneGridItem({ ...place, body });
}

/**
 * The grid of a dashboard: panels, and rows that hold the panels after them. A collapsed row carries its panels itself;
 * an open one takes those that follow until the next row.
 */
export function toGridChildren(panels: PanelModel[]): SceneGridItemLike[] {
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const children: SceneGridItemLike[] = [];
  let open: SceneGridItemLike[] | undefined;
  for (const panel of panels) {
    if (panel.type !== 'row') {
      (open ?? children).push(toItem(panel, all));
      continue;
    }
    const inside = (panel.panels ?? []).map((inner) => toItem(inner, all));
    open = panel.collapsed ? undefined : inside;
    const row = new SceneGridRow({
      key: `row-${panel.id}`,
      title: panel.title ?? '',
      isCollapsed: panel.collapsed ?? false,
      isCollapsible: true,
      y: panel.gridPos?.y ?? 0,
      children: inside,
      $behaviors: panel.repeat ? [new RowRepeater({ variableName: panel.repeat })] : undefined,
    });
    children.push(row);
  }
  return children;
}
