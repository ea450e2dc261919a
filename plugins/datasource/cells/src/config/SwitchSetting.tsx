import type { ReactNode } from 'react';
import { Switch } from '@grafana/ui';
import { SettingField } from './SettingField';

interface Props {
  label: string;
  description?: ReactNode;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}

/** A setting that is on or off. */
export function SwitchSetting({ label, description, value, onChange }: Props) {
  return (
    <SettingField label={label} description={description}>
      {(id) => (
        <Switch id={id} value={value ?? false} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      )}
    </SettingField>
  );
}
