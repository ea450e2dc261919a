import { MultiCombobox } from '@grafana/ui';
import type { FieldProps } from './FieldProps';
import { Slot } from './Slot';
import { useChoices } from './useChoices';

interface Props extends FieldProps {
  values: readonly string[] | undefined;
  onChange: (values: string[]) => void;
}

/** Several values out of a list, variables, or typed. */
export function SomeOf(props: Props) {
  const { label, placeholder, values, onChange, fixed } = props;
  const { choices, chosen, error } = useChoices(props, values ?? []);
  return (
    <Slot label={label}>
      {(id) => (
        <MultiCombobox
          aria-labelledby={id}
          options={choices}
          value={chosen}
          placeholder={placeholder}
          createCustomValue={!fixed}
          noOptionsMessage={error}
          width={widthOf(chosen.map(({ value, label = value }) => label))}
          onChange={(choice) => onChange(choice.map(({ value }) => value))}
        />
      )}
    </Slot>
  );
}

/** Room for all chosen values, in steps of 8 px: an automatic width shows the first one and a count. */
function widthOf(labels: string[]): number {
  const pixels = labels.reduce((sum, label) => sum + label.length * 6.5 + 44, 64);
  return Math.min(Math.max(Math.ceil(pixels / 8), 22), 100);
}
