import { sceneGraph, VizPanel, type SceneObject } from '@grafana/scenes';

/** The panel an address means by `panel-7` or `7`; undefined if there is none. */
export function findPanel(scene: SceneObject, name: string | null): VizPanel | undefined {
  const key = name && /^\d+$/.test(name) ? `panel-${name}` : name;
  const found = key ? sceneGraph.findObject(scene, ({ state }) => state.key === key) : null;
  return found instanceof VizPanel ? found : undefined;
}
