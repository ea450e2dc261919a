import {
  LocalValueVariable,
  MultiValueVariable,
  SceneVariableSet,
  sceneGraph,
  type SceneObject,
  type VariableValueOption,
} from '@grafana/scenes';

/** One value to repeat for, and the text people read. */
export interface RepeatValue {
  value: string;
  text: string;
}

/** The values a repeat stands for: those selected, all options for All, none while the variable loads. */
export function repeatValues(scene: SceneObject, name: string): RepeatValue[] | undefined {
  const variable = sceneGraph.lookupVariable(name, scene);
  if (!(variable instanceof MultiValueVariable)) {
    return [];
  }
  if (sceneGraph.hasVariableDependencyInLoadingState(scene) || variable.state.loading) {
    return undefined;
  }
  if (variable.hasAllValue()) {
    return (variable.state.options as VariableValueOption[]).map(({ value, label }) => ({
      value: String(value),
      text: label,
    }));
  }
  const values = [variable.getValue()].flat();
  const texts = [variable.getValueText()].flat();
  return values.map((value, i) => ({
    value: String(value),
    text: texts.length === values.length ? String(texts[i]) : String(value),
  }));
}

/** The repeated variable, narrowed to one value. */
export const narrowed = (name: string, { value, text }: RepeatValue) =>
  new SceneVariableSet({ variables: [new LocalValueVariable({ name, value, text })] });
