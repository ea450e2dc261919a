import { useId, type ReactElement, type ReactNode } from 'react';
import { Field } from '@grafana/ui';

interface Props {
  label: string;
  description?: ReactNode;
  children: (id: string) => ReactElement<Record<string, unknown>>;
}

/** A labelled setting. */
export function SettingField({ label, description, children }: Props) {
  const id = useId();
  return (
    <Field label={label} description={description} htmlFor={id}>
      {children(id)}
    </Field>
  );
}
