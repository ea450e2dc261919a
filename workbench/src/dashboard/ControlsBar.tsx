import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SceneObjectBase, type SceneComponentProps, type SceneObject, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

interface State extends SceneObjectState {
  /** Variables and annotation switches. */
  left: SceneObject[];
  /** Links, time range, refresh. */
  right: SceneObject[];
}

/** A dashboard's controls as Grafana lays them out: what to show on the left, when on the right. */
export class ControlsBar extends SceneObjectBase<State> {
  static Component = ControlsBarView;
}

function ControlsBarView({ model }: SceneComponentProps<ControlsBar>) {
  const { left, right } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar} data-testid="data-testid dashboard controls">
      <div className={styles.right}>
        {right.map((control) => (
          <control.Component key={control.state.key} model={control} />
        ))}
      </div>
      {left.map((control) => (
        <control.Component key={control.state.key} model={control} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const row = { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'flex-start' } as const;
  return {
    bar: css({
      display: 'flow-root',
      width: '100%',
      '& > div:not(:first-of-type)': { margin: theme.spacing(0, 1, 1, 0), display: 'inline-flex' },
    }),
    right: css({
      ...row,
      float: 'right',
      justifyContent: 'flex-end',
      maxWidth: '100%',
      margin: theme.spacing(0, 0, 1, 2),
      '@media print': { visibility: 'hidden' },
    }),
  };
};
