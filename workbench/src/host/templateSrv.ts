import type { TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sceneGraph } from '@grafana/scenes';
import { sceneContext } from './sceneContext';

const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/;

/** Variables for plugins: everything is left to the scene on screen, as in Grafana. */
export const templateSrv: TemplateSrv & { getAdhocFilters: () => [] } = {
  // Scenes put their own in its place.
  getAdhocFilters: () => [],
  getVariables: () => {
    const context = sceneContext();
    const variables = context ? sceneGraph.getVariables(context).state.variables : [];
    return variables.map((variable) => {
      const { name, label, type, hide } = variable.state;
      const value = variable.getValue();
      const text = variable.getValueText?.() ?? String(value ?? '');
      return { name, label, type, hide, current: { value, text } } as unknown as TypedVariableModel;
    });
  },
  replace: (target, scopedVars, format, interpolations) => {
    const context = sceneContext(scopedVars);
    return context && target
      ? sceneGraph.interpolate(context, target, scopedVars, format as string | undefined, interpolations)
      : (target ?? '');
  },
  containsTemplate: (target) => VARIABLE.test(target ?? ''),
  updateTimeRange: () => undefined,
};
