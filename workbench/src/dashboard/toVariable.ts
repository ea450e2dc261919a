import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  SwitchVariable,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import { getDataSourceSrv } from '@grafana/runtime';
import type { VariableModel } from '@grafana/schema';

/** Fields that only some kinds of variable have. */
type Model = VariableModel & {
  allowCustomValue?: boolean;
  filters?: [];
  baseFilters?: [];
  defaultKeys?: [];
  auto?: boolean;
  auto_count?: number;
  auto_min?: string;
  regexApplyTo?: 'value' | 'text';
};
type Maker = (model: Model) => SceneVariable;

const text = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value ?? ''));

const shared = ({ name, label, description, hide, skipUrlSync }: Model) => ({
  name,
  label: label || undefined,
  description: description || undefined,
  hide,
  skipUrlSync,
});

const choice = (model: Model) => ({
  ...shared(model),
  value: model.current?.value ?? '',
  text: model.current?.text ?? '',
  isMulti: model.multi ?? false,
  includeAll: model.includeAll ?? false,
  defaultToAll: model.includeAll ?? false,
  allValue: model.allValue || undefined,
  allowCustomValue: model.allowCustomValue ?? true,
});

/** One entry per kind of variable in classic dashboard JSON. */
const makers: Record<string, Maker> = {
  custom: (model) => new CustomVariable({ ...choice(model), query: text(model.query) }),
  query: (model) =>
    new QueryVariable({
      ...choice(model),
      query: (model.query ?? '') as string,
      definition: text(model.query),
      datasource: model.datasource,
      sort: model.sort,
      refresh: model.refresh,
      regex: model.regex,
    }),
  datasource: (model) =>
    new DataSourceVariable({ ...choice(model), pluginId: text(model.query), regex: model.regex ?? '' }),
  constant: (model) => new ConstantVariable({ ...shared(model), value: text(model.query) }),
  textbox: (model) =>
    new TextBoxVariable({ ...shared(model), value: text(model.current?.value ?? model.query) || text(model.query) }),
  interval: (model) =>
    new IntervalVariable({
      ...shared(model),
      intervals: text(model.query)
        .split(',')
        .map((interval) => interval.trim()),
      value: text(model.current?.value),
      autoEnabled: model.auto,
      autoStepCount: model.auto_count,
      autoMinInterval: model.auto_min,
    }),
  switch: (model) => new SwitchVariable({ ...shared(model), value: text(model.current?.value) }),
  adhoc: (model) =>
    new AdHocFiltersVariable({
      ...shared(model),
      datasource: model.datasource,
      filters: model.filters ?? [],
      baseFilters: model.baseFilters ?? [],
      defaultKeys: model.defaultKeys,
      allowCustomValue: model.allowCustomValue ?? true,
      applyMode: 'auto',
      layout: 'combobox',
      useQueriesAsFilterForOptions: true,
      supportsMultiValueOperators: Boolean(
        getDataSourceSrv().getInstanceSettings(model.datasource)?.meta.multiValueFilterOperators
      ),
    }),
};

/** A variable of the dashboard as a scene's. Throws on a kind the workbench does not know. */
export function toVariable(model: VariableModel): SceneVariable {
  const make = makers[model.type];
  if (!make) {
    throw new Error(
      `variable ${model.name}: the workbench does not know type ${model.type} (${Object.keys(makers).join(', ')})`
    );
  }
  return make(model as Model);
}
