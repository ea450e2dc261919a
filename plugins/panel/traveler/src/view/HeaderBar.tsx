import { Verdict } from '@cellthread/panelkit';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Names } from '../read/names';
import { type Header } from '../read/Traveler';

/** Who the cell is, what was said of it, and what was decided. */
export function HeaderBar({ header, names, timeZone }: { header: Header; names: Names; timeZone: string }) {
  const s = useStyles2(getStyles);
  const time = (ms: number | null) => (ms === null ? '' : dateTimeFormat(ms, { timeZone }));
  const count = (n: number | null, one: string, many: string) => (n === null ? '' : `${n} ${n === 1 ? one : many}`);
  const facts: Array<[label: string, value: string, id?: string]> = [
    ['Product', names.product(header.product), header.product],
    [
      'Site',
      [names.site(header.site), names.line(header.line)].filter(Boolean).join(' · '),
      [header.site, header.line].filter(Boolean).join(' · '),
    ],
    ['Now at', names.station(header.station), header.station],
    ['First seen', time(header.firstSeen)],
    ['Last seen', time(header.lastSeen)],
    [
      'Route',
      [count(header.visits, 'visit', 'visits'), header.rework ? `${header.rework} rework` : '']
        .filter(Boolean)
        .join(', '),
    ],
    ['Out of spec', header.outOfSpec === null ? '' : String(header.outOfSpec)],
  ];
  return (
    <header className={s.bar}>
      <h2 className={s.id}>{header.cellId}</h2>
      <Verdict word={header.verdict} />
      {header.disposition && <Verdict word={header.disposition} />}
      <dl className={s.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value, id]) => (
            <div key={label} title={id}>
              <dt>{label}</dt>
              <dd className={label === 'Out of spec' && value !== '0' ? s.bad : undefined}>{value}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 1.5) }),
  id: css({
    margin: 0,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.h4.fontSize,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  }),
  facts: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    '> div': { display: 'flex', gap: theme.spacing(0.5) },
    dt: { color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0 },
  }),
  bad: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightMedium }),
});
