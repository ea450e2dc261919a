import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';

export interface EmptyViewProps {
  /** What is the matter, in one sentence. */
  title: string;
  /** What to do about it; what the data holds. */
  lines?: readonly string[];
  icon?: IconName;
  /** Something failed: the sentence stands in the colour of errors. */
  alarm?: boolean;
  width: number;
  height: number;
}

/** What a panel shows instead of a drawing: what is missing, and what to do. */
export function EmptyView({ title, lines = [], icon = 'info-circle', alarm = false, width, height }: EmptyViewProps) {
  const s = useStyles2(getStyles);
  return (
    <div className={s.box} style={{ width, height }} role={alarm ? 'alert' : 'status'} data-testid="cellthread-empty">
      <Icon name={icon} size="xl" className={alarm ? s.alarm : undefined} />
      <div className={cx(s.title, alarm && s.alarm)}>{title}</div>
      {lines.map((line) => (
        <div key={line} className={s.line}>
          {line}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    overflow: 'auto',
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
  title: css({ color: theme.colors.text.primary, fontSize: theme.typography.h5.fontSize, maxWidth: '60ch' }),
  alarm: css({ color: theme.colors.error.text }),
  line: css({ maxWidth: '80ch', overflowWrap: 'anywhere' }),
});
