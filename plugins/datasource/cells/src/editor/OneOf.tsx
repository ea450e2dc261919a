import { Combobox } from '@grafana/ui';
import type { FieldProps } from './FieldProps';
import { Slot } from './Slot';
import { useChoices } from './useChoices';

interface Props extends FieldProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** May be left empty. */
  optional?: boolean;
}

/** One value out of a list, a variable, or typed. */
export function OneOf(props: Props) {
  const { label, placeholder, value, onChange, optional, fixed } = props;
  const { choices, chosen, error } = useChoices(props, value ? [value] : []);
  const shared = {
    options: choices,
    value: chosen[0] ?? null,
    placeholder,
    createCustomValue: !fixed,
    noOptionsMessage: error,
    width: 'auto' as const,
    minWidth: 10,
    maxWidth: 60,
  };
  return (
    <Slot label={label}>
      {(id) =>
        optional ? (
          <Combobox {...shared} aria-labelledby={id} isClearable onChange={(choice) => onChange(choice?.value)} />
        ) : (
          <Combobox {...shared} aria-labelledby={id} onChange={(choice) => onChange(choice.value)} />
        )
      }
    </Slot>
  );
}
