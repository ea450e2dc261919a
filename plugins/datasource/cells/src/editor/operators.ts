import { filterOperatorName } from '@cellthread/vocabulary';
import type { QueryFilter } from '../query';

export const operatorName = (operator: string): string | undefined =>
  (filterOperatorName as Record<string, string>)[operator];

/** Whether an operator takes a list. */
export const isList = (operator: string): boolean => operator.endsWith('|');

/** Whether an operator takes any text instead of a stored value. */
export const isTyped = (operator: string): boolean => /[~<>]/.test(operator);

/** The filter with another operator; what was chosen is kept as far as it fits. */
export function withOperator({ value, values, ...rest }: QueryFilter, operator: string): QueryFilter {
  const chosen = values ?? (value ? [value] : []);
  return isList(operator) ? { ...rest, operator, values: chosen } : { ...rest, operator, value: chosen[0] ?? '' };
}
