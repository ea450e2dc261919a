import { IconButton } from '@grafana/ui';
import type { Option } from '../lookups/Option';
import type { Scope } from '../lookups/scopeParams';
import { useWords } from '../lookups/useWords';
import type { QueryFilter } from '../query';
import { FilterValue } from './FilterValue';
import { OneOf } from './OneOf';
import { Sentence } from './Sentence';
import { isList, operatorName, withOperator } from './operators';

interface Props {
  filter: QueryFilter;
  first: boolean;
  onChange: (filter: QueryFilter) => void;
  onRemove: () => void;
  keys?: Option[];
  scope?: Scope;
  stations?: string[];
}

/** One condition: [station] key, operator, value or values. */
export function FilterRow({ filter, first, onChange, onRemove, keys, scope, stations }: Props) {
  const operators = useWords('operators') ?? [];
  const within = filter.station ? { station: filter.station } : scope;
  return (
    <Sentence>
      {first ? 'where' : 'and'}
      {stations && (
        <>
          at
          <OneOf
            label="Station of the filter"
            placeholder="the anchor"
            options={stations.map((value) => ({ value }))}
            value={filter.station}
            optional
            onChange={(station) => onChange({ ...filter, station })}
          />
        </>
      )}
      <OneOf
        label="Filter by"
        placeholder="choose"
        route={keys ? undefined : 'filter-keys'}
        scope={within}
        options={keys}
        value={filter.key || undefined}
        onChange={(key = '') =>
          onChange({ ...filter, key, ...(isList(filter.operator) ? { values: [] } : { value: '' }) })
        }
      />
      <OneOf
        label="Operator"
        fixed
        options={operators.map(({ value }) => ({ value, label: operatorName(value), description: value }))}
        value={filter.operator}
        onChange={(operator = '=') => onChange(withOperator(filter, operator))}
      />
      <FilterValue filter={filter} scope={within} onChange={onChange} />
      <IconButton name="times" tooltip="Remove this condition" onClick={onRemove} />
    </Sentence>
  );
}
