import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

/** A field that a finger in a glove hits. */
export const finger = (theme: GrafanaTheme2) =>
  css({
    width: '100%',
    minWidth: 0,
    minHeight: 48,
    padding: theme.spacing(0, 1.5),
    color: theme.colors.text.primary,
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.h5.fontSize,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  });

/** A field with its name, and what there is to know beside it. */
export function Labelled({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  const s = useStyles2(getStyles);
  return (
    <label className={s.label}>
      <span className={s.head}>
        <span>{label}</span>
        {note && <span className={s.note}>{note}</span>}
      </span>
      {children}
    </label>
  );
}

interface Choices {
  label: string;
  value: string;
  options: ReadonlyArray<{ id: string; name: string }>;
  onChange: (id: string) => void;
}

/** One of several, by the list of the device itself, which fingers know. */
export function Choices({ label, value, options, onChange }: Choices) {
  const field = useStyles2(finger);
  return (
    <Labelled label={label}>
      <select className={field} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    minWidth: 0,
    margin: 0,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(0, 1) }),
  note: css({ color: theme.colors.text.secondary }),
});
