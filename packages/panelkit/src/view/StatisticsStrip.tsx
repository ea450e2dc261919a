import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

/** A number above a chart. */
export interface Statistic {
  label: string;
  value: string;
  /** What a reader wants to know who hovers or listens. */
  description: string;
  alarm?: boolean;
}

interface Props {
  items: readonly Statistic[];
  /** Lines there is room for. */
  lines: number;
  children?: ReactNode;
}

/** Pixels of a line of the strip. */
export const stripLine = 22;

/** Lines of numbers above the chart; what does not fit is left out whole, and the button tells and explains all. */
export function StatisticsStrip({ items, lines, children }: Props) {
  const s = useStyles2(getStyles);
  return (
    <div className={s.strip} style={{ height: lines * stripLine + 2 }}>
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
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${stripLine}px`,
  }),
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    flex: 1,
    columnGap: theme.spacing(1.5),
    height: '100%',
    margin: 0,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  item: css({
    display: 'flex',
    height: stripLine,
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
