import { css } from '@emotion/css';
import {
  SceneGridLayout,
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneGridItemLike,
  type SceneObjectState,
  type VizPanel,
} from '@grafana/scenes';
import { narrowed, repeatValues } from './repeatValues';

interface State extends SceneObjectState {
  x: number;
  y: number;
  width: number;
  height: number;
  isDraggable?: boolean;
  isResizable?: boolean;
  /** The panel as the dashboard has it; the first repeat. */
  source: VizPanel;
  variableName: string;
  direction: 'h' | 'v';
  maxPerRow: number;
  /** Height of one panel, in grid rows. */
  itemHeight: number;
  repeats: VizPanel[];
}

/** A panel once for every value of a variable, side by side or stacked. */
export class RepeatedPanel extends SceneObjectBase<State> implements SceneGridItemLike {
  protected override _variableDependency = new VariableDependencyConfig<State>(this, {
    variableNames: [this.state.variableName],
    onVariableUpdateCompleted: () => this.repeat(),
  });

  constructor(state: State) {
    super(state);
    this.addActivationHandler(() => this.repeat());
  }

  private repeat(): void {
    const { source, variableName, direction, maxPerRow, itemHeight } = this.state;
    const values = repeatValues(this, variableName);
    if (!values) {
      return;
    }
    const repeats = (values.length ? values : [{ value: '', text: '' }]).map((value, i) =>
      source.clone({
        key: i ? `${source.state.key}-clone-${i}` : source.state.key,
        $variables: narrowed(variableName, value),
      })
    );
    const rows = direction === 'v' ? repeats.length : Math.ceil(repeats.length / maxPerRow);
    const height = rows * itemHeight;
    const grown = height !== this.state.height;
    this.setState({ repeats, height });
    if (grown) {
      sceneGraph.getAncestor(this, SceneGridLayout).forceRender();
    }
  }

  static Component = ({ model }: SceneComponentProps<RepeatedPanel>) => {
    const { repeats, direction, maxPerRow } = model.useState();
    const columns = direction === 'v' ? 1 : Math.min(maxPerRow, repeats.length || 1);
    const grid = css({
      display: 'grid',
      gap: 8,
      height: '100%',
      width: '100%',
      gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
      gridAutoRows: 'minmax(0, 1fr)',
    });
    return (
      <div className={grid}>
        {repeats.map((panel) => (
          <div key={panel.state.key} className={css({ position: 'relative' })}>
            <panel.Component model={panel} />
          </div>
        ))}
      </div>
    );
  };
}
