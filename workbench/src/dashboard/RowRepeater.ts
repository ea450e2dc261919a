import {
  SceneGridLayout,
  SceneGridRow,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneGridItemLike,
  type SceneObjectState,
} from '@grafana/scenes';
import { narrowed, repeatValues } from './repeatValues';

interface State extends SceneObjectState {
  variableName: string;
}

/** Puts a copy of its row below it for every further value of a variable. */
export class RowRepeater extends SceneObjectBase<State> {
  protected override _variableDependency = new VariableDependencyConfig<State>(this, {
    variableNames: [this.state.variableName],
    onVariableUpdateCompleted: () => this.repeat(),
  });

  constructor(state: State) {
    super(state);
    this.addActivationHandler(() => this.repeat());
  }

  private repeat(): void {
    const row = this.parent;
    const layout = row?.parent;
    if (!(row instanceof SceneGridRow) || !(layout instanceof SceneGridLayout)) {
      return;
    }
    const values = repeatValues(this, this.state.variableName);
    const first = values?.[0];
    if (!values || !first) {
      return;
    }
    row.setState({ $variables: narrowed(this.state.variableName, first) });
    const height = 1 + Math.max(0, ...row.state.children.map(bottomIn(row)));
    const copies = values
      .slice(1)
      .map((value, i) => this.copy(row, i + 1, height, narrowed(this.state.variableName, value)));
    const others = layout.state.children.filter((child) => !isCopyOf(child, row));
    const earlier = layout.state.children.length - others.length;
    const shift = (copies.length - earlier) * height;
    const index = others.indexOf(row);
    others.slice(index + 1).forEach((child) => moveDown(child, shift));
    layout.setState({ children: [...others.slice(0, index + 1), ...copies, ...others.slice(index + 1)] });
  }

  private copy(
    row: SceneGridRow,
    i: number,
    height: number,
    $variables: SceneGridRow['state']['$variables']
  ): SceneGridRow {
    const clone = row.clone({
      key: `${row.state.key}-clone-${i}`,
      repeatSourceKey: row.state.key,
      y: (row.state.y ?? 0) + i * height,
      $variables,
      $behaviors: [],
    });
    clone.state.children.forEach((child) => {
      child.setState({ key: `${child.state.key}-clone-${i}`, y: (child.state.y ?? 0) + i * height });
    });
    return clone;
  }
}

const bottomIn = (row: SceneGridRow) => (child: SceneGridItemLike) =>
  (child.state.y ?? 0) + (child.state.height ?? 0) - (row.state.y ?? 0) - 1;

const isCopyOf = (child: SceneGridItemLike, row: SceneGridRow) =>
  child instanceof SceneGridRow && child.state.repeatSourceKey === row.state.key;

function moveDown(child: SceneGridItemLike, by: number): void {
  child.setState({ y: (child.state.y ?? 0) + by });
  if (child instanceof SceneGridRow) {
    child.state.children.forEach((inner) => moveDown(inner, by));
  }
}
