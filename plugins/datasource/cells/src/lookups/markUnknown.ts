import type { Option } from './Option';

/**
 * The chosen values as options, in their order. One that a complete list does not offer is kept and marked; a variable
 * is beyond doubt.
 */
export function markUnknown(values: readonly string[], options: readonly Option[], complete: boolean): Option[] {
  return values.map((value) => {
    const known = options.find((option) => option.value === value);
    if (known || !complete || value.includes('$')) {
      return known ?? { value, label: value };
    }
    return { value, label: `${value} (unknown)` };
  });
}
