import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

export interface TooltipRow {
  label: string;
  value: string;
  /** Draws the value so that it stands out. */
  strong?: boolean;
}

export interface TooltipSignal {
  color: string;
  /** "Rule 1 · one point beyond 3 σ" */
  title: string;
  detail: string;
}

export interface PointTooltipProps {
  title: string;
  rows: readonly TooltipRow[];
  signals?: readonly TooltipSignal[];
  /** Below the signals, in a smaller voice. */
  more?: readonly TooltipRow[];
  /** Links and buttons, shown while the tooltip is pinned. */
  footer?: ReactNode;
  /** How to get further ("Click to open the traveler"), shown while it is not pinned. */
  hint?: string;
}

/** Own markup: the VizTooltip* parts are exported by @grafana/ui only from 13.1 on. */
export function PointTooltip({ title, rows, signals = [], more = [], footer, hint }: PointTooltipProps) {
  const s = useStyles2(getStyles);
  return (
    <div className={s.box} data-testid="cellthread-tooltip">
      <div className={s.title}>{title}</div>
      <Rows rows={rows} />
      {signals.map((signal, i) => (
        <div key={i} className={s.signal} style={{ borderColor: signal.color }}>
          <div className={s.strong}>{signal.title}</div>
          <div>{signal.detail}</div>
        </div>
      ))}
      {more.length > 0 && <Rows rows={more} quiet />}
      {footer ? <div className={s.footer}>{footer}</div> : hint ? <div className={s.hint}>{hint}</div> : null}
    </div>
  );
}

function Rows({ rows, quiet = false }: { rows: readonly TooltipRow[]; quiet?: boolean }) {
  const s = useStyles2(getStyles);
  return (
    <table className={cx(s.rows, quiet && s.quiet)}>
      <tbody>
        {rows.map((r) => (
          <tr key={r.label}>
            <th scope="row">{r.label}</th>
            <td className={cx(r.strong && s.strong)}>{r.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'normal',
    maxWidth: '46ch',
  }),
  title: css({
    fontWeight: theme.typography.fontWeightMedium,
    paddingRight: theme.spacing(3),
    paddingBottom: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  }),
  rows: css({
    width: '100%',
    'th, td': { padding: 0, lineHeight: 1.5, verticalAlign: 'top' },
    th: { color: theme.colors.text.secondary, fontWeight: 'normal', paddingRight: theme.spacing(2), textAlign: 'left' },
    td: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  quiet: css({ marginTop: theme.spacing(0.75), color: theme.colors.text.secondary }),
  strong: css({ fontWeight: theme.typography.fontWeightMedium }),
  signal: css({
    marginTop: theme.spacing(0.75),
    paddingLeft: theme.spacing(0.75),
    borderLeft: `3px solid ${theme.colors.border.strong}`,
  }),
  footer: css({ marginTop: theme.spacing(1), display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  hint: css({ marginTop: theme.spacing(0.75), color: theme.colors.text.secondary }),
});
