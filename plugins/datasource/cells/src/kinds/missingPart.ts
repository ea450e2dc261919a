import type { CellsQuery, QueryFilter } from '../query';
import { kindOf } from './queryKinds';

/** What a query still needs before it can be sent; undefined when it is complete. */
export function missingPart(query: CellsQuery): string | undefined {
  if (!query.queryType) {
    return 'what to ask for';
  }
  return kindOf(query)?.missing(query) ?? missingOfFilters(query.filters ?? []);
}

function missingOfFilters(filters: QueryFilter[]): string | undefined {
  for (const { key, operator, value, values } of filters) {
    if (!key) {
      return 'what to filter by';
    }
    if (operator.endsWith('|') ? !values?.length : /[~<>]/.test(operator) && !value) {
      return `the value of the filter on ${key}`;
    }
  }
  return undefined;
}
