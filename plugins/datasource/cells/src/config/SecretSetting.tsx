import type { FormEvent, ReactNode } from 'react';
import { SecretInput, SecretTextArea } from '@grafana/ui';
import type { CellsSecrets } from '../settings';
import { withoutSecret, withSecret } from './changes';
import { SettingField } from './SettingField';
import type { SettingsProps } from './SettingsProps';

interface Props extends SettingsProps {
  label: string;
  description?: ReactNode;
  secret: keyof CellsSecrets;
  placeholder?: string;
  /** Several lines, such as a certificate. */
  lines?: boolean;
}

/** A secret: entered once, never shown again. */
export function SecretSetting({ label, description, secret, placeholder, lines, options, onOptionsChange }: Props) {
  const shared = {
    placeholder,
    isConfigured: Boolean(options.secureJsonFields?.[secret]),
    value: options.secureJsonData?.[secret] ?? '',
    onReset: () => onOptionsChange(withoutSecret(options, secret)),
    onChange: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onOptionsChange(withSecret(options, secret, currentTarget.value)),
  };
  return (
    <SettingField label={label} description={description}>
      {(id) =>
        lines ? (
          <SecretTextArea id={id} rows={5} cols={60} {...shared} />
        ) : (
          <SecretInput id={id} width={46} {...shared} />
        )
      }
    </SettingField>
  );
}
