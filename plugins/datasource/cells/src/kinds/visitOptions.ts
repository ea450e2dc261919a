import { visitChoices, visitChoiceMeans } from '@cellthread/vocabulary';
import type { Option } from '../lookups/Option';

/** Which visits of a cell at a station count. */
export const visitOptions: Option[] = visitChoices.map((value) => ({
  value,
  label: value,
  description: visitChoiceMeans[value],
}));
