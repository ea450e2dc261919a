import type { ReactNode } from 'react';
import { Input } from '@grafana/ui';
import { SettingField } from './SettingField';

interface Props {
  label: string;
  description?: ReactNode;
  value: string | number | undefined;
  placeholder?: string | number;
  /** A number instead of a text; empty for the default. */
  number?: boolean;
  suffix?: string;
  onChange: (value: string) => void;
}

/** A setting that is a text or a number; empty means the default, which the placeholder shows. */
export function TextSetting({ label, description, value, placeholder, number, suffix, onChange }: Props) {
  return (
    <SettingField label={label} description={description}>
      {(id) => (
        <Input
          id={id}
          width={46}
          type={number ? 'number' : 'text'}
          min={number ? 1 : undefined}
          value={value ?? ''}
          placeholder={placeholder === undefined ? undefined : String(placeholder)}
          suffix={suffix}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </SettingField>
  );
}
