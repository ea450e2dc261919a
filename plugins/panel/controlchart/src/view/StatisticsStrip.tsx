import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { type Statistic } from './statistics';

/** One line of numbers above the chart; what does not fit is scrolled to. */
export function StatisticsStrip({ items, children }: { items: readonly Statistic[]; children?: ReactNode }) {
  const s = useStyles2(getStyles);
  return (
    <div className={s.strip}>
      <dl className={s.list} aria-label="Statistics" tabIndex={0}>
        {items.map((item) => (
          <div key={item.label} className={s.item} title={item.description}>
            <dt>{item.label}</dt>
            <dd className={cx(item.alarm && s.alarm)}>{item.value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: theme.spacing(3),
    paddingLeft: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  list: css({
    display: 'flex',
    flex: 1,
    gap: theme.spacing(2),
    margin: 0,
    overflowX: 'auto',
    scrollbarWidth: 'none',
    whiteSpace: 'nowrap',
  }),
  item: css({
    display: 'flex',
    gap: theme.spacing(0.5),
    dt: { color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  }),
  alarm: css({ color: theme.colors.warning.text, fontWeight: theme.typography.fontWeightMedium }),
});
