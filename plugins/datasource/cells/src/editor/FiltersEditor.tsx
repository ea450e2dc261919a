import { Button } from '@grafana/ui';
import type { Option } from '../lookups/Option';
import type { Scope } from '../lookups/scopeParams';
import type { QueryFilter } from '../query';
import { FilterRow } from './FilterRow';
import { Sentence } from './Sentence';

interface Props {
  filters: QueryFilter[] | undefined;
  onChange: (filters: QueryFilter[]) => void;
  /** Keys to filter by; none: those that the stations of the scope stored. */
  keys?: Option[];
  scope?: Scope;
  /** Stations that a filter may be about, where a query reads several. */
  stations?: string[];
}

/** The conditions of a query; all must hold. */
export function FiltersEditor({ filters = [], onChange, ...of }: Props) {
  return (
    <>
      {filters.map((filter, index) => (
        <FilterRow
          key={index}
          {...of}
          first={index === 0}
          filter={filter}
          onChange={(changed) => onChange(filters.map((one, i) => (i === index ? changed : one)))}
          onRemove={() => onChange(filters.filter((_, i) => i !== index))}
        />
      ))}
      <Sentence>
        <Button
          icon="plus"
          variant="secondary"
          size="sm"
          onClick={() => onChange([...filters, { key: '', operator: '=', value: '' }])}
        >
          {filters.length ? 'And' : 'Only where …'}
        </Button>
      </Sentence>
    </>
  );
}
