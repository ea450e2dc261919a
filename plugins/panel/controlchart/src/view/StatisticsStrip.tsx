import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { type Statistic } from './statistics';

/** One line of numbers above the chart; the button explains them all, and shows what did not fit. */
export function StatisticsStrip({ items, children }: { items: readonly Statistic[]; children?: ReactNode }) {
  const s = useStyles2(getStyles);
  return (
    <div className={s.strip}>
      <dl className={s.list} aria-label="Statistics">
        {items.map((item) => (
          <div key={item.label} className={s.item} title={item.description}>
            <dt>{item.label}</dt>
            <dd className={cx(item.alarm && s.alarm)}>{item.value}</dd>
          </div>
        ))}
      </dl>
      {children}
      <Toggletip title="Statistics" content={<Explained items={items} />} placement="bottom-end">
        <IconButton name="info-circle" size="sm" aria-label="Explain the statistics" />
      </Toggletip>
    </div>
  );
}

function Explained({ items }: { items: readonly Statistic[] }) {
  const s = useStyles2(getStyles);
  return (
    <dl className={s.explained}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>
            {item.label}: <span className={cx(item.alarm && s.alarm)}>{item.value}</span>
          </dt>
          <dd>{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: theme.spacing(3),
    padding: theme.spacing(0, 1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  list: css({
    display: 'flex',
    flex: 1,
    gap: theme.spacing(1.5),
    margin: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    maskImage: 'linear-gradient(to right, black calc(100% - 24px), transparent)',
  }),
  item: css({
    display: 'flex',
    gap: theme.spacing(0.5),
    dt: { color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  }),
  alarm: css({ color: theme.colors.warning.text, fontWeight: theme.typography.fontWeightMedium }),
  explained: css({
    margin: 0,
    maxHeight: '50vh',
    overflow: 'auto',
    dt: { fontWeight: theme.typography.fontWeightMedium },
    dd: { margin: theme.spacing(0, 0, 1, 0), color: theme.colors.text.secondary },
  }),
});
