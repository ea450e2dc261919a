import { Input } from '@grafana/ui';
import { Slot } from './Slot';

interface Props {
  label: string;
  value: string | undefined;
  placeholder?: string;
  width?: number;
  onChange: (value: string | undefined) => void;
}

/** A typed text, taken over with Enter or on leaving the field. */
export function Typed({ label, value = '', placeholder, width = 16, onChange }: Props) {
  const take = (text: string) => text.trim() !== value && onChange(text.trim() || undefined);
  return (
    <Slot label={label}>
      {(id) => (
        <Input
          key={value}
          aria-labelledby={id}
          width={width}
          placeholder={placeholder}
          defaultValue={value}
          onBlur={({ currentTarget }) => take(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
        />
      )}
    </Slot>
  );
}
