import { css } from '@emotion/css';
import { useEffect } from 'react';
import { locationService } from '@grafana/runtime';
import type { EmbeddedScene, VizPanel } from '@grafana/scenes';
import { Button } from '@grafana/ui';

/** One panel of the dashboard, as large as the window, under the dashboard's controls. */
export function SinglePanel({ scene, panel }: { scene: EmbeddedScene; panel: VizPanel }) {
  const { controls } = scene.useState();
  useEffect(() => scene.activate(), [scene]);
  return (
    <>
      <div className={css({ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8, alignItems: 'center' })}>
        <Button icon="arrow-left" variant="secondary" onClick={() => locationService.partial({ viewPanel: null })}>
          Back to dashboard
        </Button>
        {controls?.map((control) => (
          <control.Component key={control.state.key} model={control} />
        ))}
      </div>
      <div className={css({ flex: 1, minHeight: 300, display: 'flex', position: 'relative' })}>
        <panel.Component model={panel} />
      </div>
    </>
  );
}
