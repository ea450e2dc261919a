import type { Scope } from '../lookups/scopeParams';
import type { QueryFilter } from '../query';
import { OneOf } from './OneOf';
import { isList, isTyped } from './operators';
import { SomeOf } from './SomeOf';
import { Typed } from './Typed';
import { valueRoute } from '../lookups/valueRoute';

interface Props {
  filter: QueryFilter;
  scope?: Scope;
  onChange: (filter: QueryFilter) => void;
}

/** The value or values a condition compares with: stored ones to choose from, or typed. */
export function FilterValue({ filter, scope, onChange }: Props) {
  const { key, operator, value, values } = filter;
  const from = valueRoute(key, scope);
  if (isTyped(operator)) {
    return (
      <Typed
        label="Value"
        value={value}
        placeholder="value"
        onChange={(text = '') => onChange({ ...filter, value: text })}
      />
    );
  }
  return isList(operator) ? (
    <SomeOf
      label="Values"
      placeholder="values"
      {...from}
      values={values}
      onChange={(list) => onChange({ ...filter, values: list })}
    />
  ) : (
    <OneOf
      label="Value"
      placeholder="no value"
      {...from}
      optional
      value={value}
      onChange={(text = '') => onChange({ ...filter, value: text })}
    />
  );
}
