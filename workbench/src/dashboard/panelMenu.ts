import type { PanelMenuItem } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { sceneGraph, SceneQueryRunner, VizPanel, VizPanelMenu } from '@grafana/scenes';
import { exploreUrl } from '../pages/explore/exploreUrl';

/** The menu of a panel: view alone, inspect, and its queries in Explore. */
export function panelMenu(): VizPanelMenu {
  const menu = new VizPanelMenu({ items: [] });
  menu.addActivationHandler(() => {
    const panel = sceneGraph.getAncestor(menu, VizPanel);
    const key = panel.state.key ?? '';
    const runner = sceneGraph.findDescendents(panel, SceneQueryRunner)[0];
    const items: PanelMenuItem[] = [
      { text: 'View', iconClassName: 'eye', onClick: () => locationService.partial({ viewPanel: key }) },
      { text: 'Inspect', iconClassName: 'info-circle', onClick: () => locationService.partial({ inspect: key }) },
    ];
    if (runner) {
      const explore = () => locationService.push(exploreUrl(runner, sceneGraph.getTimeRange(panel).state));
      items.splice(1, 0, { text: 'Explore', iconClassName: 'compass', onClick: explore });
    }
    menu.setState({ items });
  });
  return menu;
}
