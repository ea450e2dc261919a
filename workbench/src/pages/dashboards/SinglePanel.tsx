import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import { locationService } from '@grafana/runtime';
import type { EmbeddedScene, SceneObject, VizPanel } from '@grafana/scenes';
import { Button } from '@grafana/ui';

/** One panel of the dashboard, as large as the window, under the dashboard's controls. */
export function SinglePanel({ scene, panel }: { scene: EmbeddedScene; panel: VizPanel }) {
  const { controls } = scene.useState();
  const [active, setActive] = useState(false);
  useEffect(() => {
    const deactivate = activateWithAncestors(panel);
    setActive(true);
    return deactivate;
  }, [panel]);
  if (!active) {
    // Variables and time must run before the panel asks with them.
    return null;
  }
  return (
    <>
      <div className={css({ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8, alignItems: 'center' })}>
        <Button
          icon="arrow-left"
          variant="secondary"
          data-unprinted
          onClick={() => locationService.partial({ viewPanel: null })}
        >
          Back to dashboard
        </Button>
        {controls?.map((control) => (
          <control.Component key={control.state.key} model={control} />
        ))}
      </div>
      <div className={css({ height: 'calc(100vh - 150px)', minHeight: 300, position: 'relative' })}>
        <panel.Component model={panel} />
      </div>
    </>
  );
}

/** A change of a variable reaches an object only through active ones, so everything above the panel is activated. */
function activateWithAncestors(panel: SceneObject): () => void {
  const chain: SceneObject[] = [];
  for (let object = panel.parent; object; object = object.parent) {
    chain.unshift(object);
  }
  const deactivate = chain.map((object) => object.activate());
  return () => deactivate.reverse().forEach((undo) => undo());
}
