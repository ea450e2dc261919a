import { measureText, MultiCombobox, type ComboboxOption } from '@grafana/ui';
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
    <Slot label={label} width={widthOf(chosen)}>
      {(id) => (
        <MultiCombobox
          aria-labelledby={id}
          options={choices}
          value={chosen}
          placeholder={placeholder}
          createCustomValue={!fixed}
          noOptionsMessage={error}
          onChange={(choice) => onChange(choice.map(({ value }) => value))}
        />
      )}
    </Slot>
  );
}

const NARROWEST = 170;
const WIDEST = 800;
/** What MultiCombobox keeps free: its arrow, its margins, and a count that it reserves even for none. */
const KEPT_FREE = 120;

/**
 * Room for all chosen values, in px. With its own widths MultiCombobox shows the first value and a count: it takes steps
 * of 8 px for px, and an automatic width never grows.
 */
function widthOf(chosen: ComboboxOption[]): number {
  const pills = chosen.reduce((sum, { value, label = value }) => sum + measureText(label, 12).width + 50, 0);
  return Math.min(Math.max(pills + (chosen.length > 1 ? KEPT_FREE : 60), NARROWEST), WIDEST);
}
