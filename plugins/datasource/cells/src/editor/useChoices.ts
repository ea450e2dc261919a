import { useContext } from 'react';
import type { ComboboxOption } from '@grafana/ui';
import { markUnknown } from '../lookups/markUnknown';
import type { Option } from '../lookups/Option';
import { useOptions } from '../lookups/useOptions';
import { EditorContext } from './EditorContext';
import type { FieldProps } from './FieldProps';

/** The options of a field with the dashboard's variables, and its chosen values among them. */
export function useChoices({ route, scope, options, only, anything, fixed }: FieldProps, values: readonly string[]) {
  const { datasource } = useContext(EditorContext);
  const looked = useOptions(route, scope);
  const offered = [...(options ?? []), ...(only ? looked.options.filter(only) : looked.options)];
  const variables = fixed ? [] : datasource.variableNames().map((name) => ({ value: `$${name}`, label: `$${name}` }));
  const complete = !anything && (route ? looked.arrived : Boolean(options?.length));
  return {
    choices: unique([...offered, ...variables]).map(asChoice),
    chosen: markUnknown(values, offered, complete).map(asChoice),
    error: looked.error,
  };
}

function asChoice({ value, label, description, planned }: Option): ComboboxOption {
  const note = planned === false ? 'stored, not in the control plan' : label && label !== value ? value : undefined;
  return { value, label: label || value, description: description ?? note };
}

const unique = (options: Option[]) => [...new Map(options.map((option) => [option.value, option])).values()];
