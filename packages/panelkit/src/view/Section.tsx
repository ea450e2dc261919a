import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode, useId } from 'react';

/** A titled part of the record. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const s = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={s.section}>
      <div className={s.head}>
        <h3 id={id} className={s.title}>
          {title}
        </h3>
        {note && <span className={s.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ minWidth: 0 }),
  head: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    marginBottom: theme.spacing(0.5),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h6.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
