import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { openInApp, quantity } from '@cellthread/panelkit';
import { useStyles2 } from '@grafana/ui';
import { isOutOfSpec, unprovenText, visitKey } from '../read/route';
import { type Names } from '../read/names';
import { type Characteristic } from '../read/Traveler';
import { bullet } from './bullet';
import { LimitsNotes } from './LimitsNotes';
import { BulletBar } from './BulletBar';
import { readingText, specText } from './bulletText';

interface Props {
  items: readonly Characteristic[];
  names: Names;
  hrefOf: (c: Characteristic) => string | null;
  /** Little room: what stands among its peers goes under the bar. */
  compact: boolean;
}

/** Every measured value beside its limits and its peers, by visit. */
export function Characteristics({ items, names, hrefOf, compact }: Props) {
  const s = useStyles2(getStyles);
  const compared = items.some((c) => bullet(c) !== null || specText(c) !== '');
  const ranked = !compact && items.some((c) => peers(c) !== '');
  const groups = new Map<string, Characteristic[]>();
  items.forEach((c) => {
    const key = visitKey(c.station, c.visit);
    groups.set(key, [...(groups.get(key) ?? []), c]);
  });
  return (
    <>
      <table className={s.table}>
        <thead className={s.head}>
          <tr>
            <th scope="col">Characteristic</th>
            <th scope="col" className={s.number}>
              Value
            </th>
            {compared && <th scope="col">Spec and peers</th>}
            {ranked && (
              <th scope="col" className={s.number}>
                Among peers
              </th>
            )}
          </tr>
        </thead>
        {[...groups].map(([key, group]) => (
          <tbody key={key}>
            {group[0]!.station && (
              <tr>
                <th colSpan={4} scope="rowgroup" className={s.group} title={group[0]!.station}>
                  {group[0]!.stationName || names.station(group[0]!.station)}
                  {group[0]!.visit > 1 && <span className={s.muted}> visit {group[0]!.visit}</span>}
                </th>
              </tr>
            )}
            {group
              .filter((c) => !isRaw(c))
              .map((c, i) => (
                <Row key={`${c.id}/${i}`} c={c} href={hrefOf(c)} {...{ compared, ranked, compact }} />
              ))}
            {group.some(isRaw) && (
              <tr>
                <td colSpan={4} className={s.muted}>
                  raw values:{' '}
                  {group
                    .filter(isRaw)
                    .map((c) => `${c.id} ${quantity(c.value, '')}`)
                    .join(' · ')}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <LimitsNotes items={items} />
    </>
  );
}

interface RowProps {
  c: Characteristic;
  href: string | null;
  compared: boolean;
  ranked: boolean;
  compact: boolean;
}

function Row({ c, href, compared, ranked, compact }: RowProps) {
  const s = useStyles2(getStyles);
  const bad = isOutOfSpec(c);
  const unproven = unprovenText(c);
  return (
    <tr className={cx(bad && s.badRow)}>
      <th scope="row" className={s.name} title={c.id}>
        {href ? (
          <a
            className={s.link}
            href={href}
            onClick={(e) => {
              if (!e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) {
                e.preventDefault();
                openInApp(href);
              }
            }}
          >
            {c.name}
          </a>
        ) : (
          c.name
        )}
      </th>
      <td className={cx(c.text === '' ? s.number : s.text, s.value, bad && s.bad)}>
        {c.value === null && c.text === '' ? !unproven && <span className={s.muted}>missing</span> : readingText(c)}
        {bad && <span className={s.word}> out of spec</span>}
        {unproven && <span className={s.warn}> {unproven}</span>}
      </td>
      {compared && (
        <td>
          <div className={s.compared}>
            <BulletBar characteristic={c} />
            <span className={s.muted}>{specText(c)}</span>
          </div>
          {compact && <span className={s.muted}>{peers(c)}</span>}
        </td>
      )}
      {ranked && <td className={cx(s.number, s.muted)}>{peers(c)}</td>}
    </tr>
  );
}

/** A number that the plan has no characteristic for: what a characteristic was computed from. */
function isRaw({ name, id, text, unit, lsl, target, usl, centre, z }: Characteristic): boolean {
  return (
    (name === id || name === '') && text === '' && unit === '' && [lsl, target, usl, centre, z].every((v) => v === null)
  );
}

/** Nothing of a yes or no: every pass stands beside all others. */
function peers({ z, percentile, boolean }: Characteristic): string {
  return boolean
    ? ''
    : [
        z === null ? '' : `${z > 0 ? '+' : ''}${z.toFixed(1)} σ`,
        percentile === null ? '' : `P${Math.round(percentile)}`,
      ]
        .filter(Boolean)
        .join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.bodySmall.fontSize,
    'td, th': { padding: theme.spacing(0.25, 1), textAlign: 'left', fontWeight: 'normal', verticalAlign: 'middle' },
  }),
  head: css({ color: theme.colors.text.secondary }),
  group: css({
    paddingTop: `${theme.spacing(1)} !important`,
    fontWeight: `${theme.typography.fontWeightMedium} !important`,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  name: css({ overflowWrap: 'anywhere' }),
  number: css({ textAlign: 'right !important' as 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  text: css({ textAlign: 'right !important' as 'right', overflowWrap: 'anywhere' }),
  value: css({ fontWeight: `${theme.typography.fontWeightMedium} !important` }),
  bad: css({ color: theme.colors.error.text }),
  badRow: css({ background: theme.colors.error.transparent }),
  word: css({ fontWeight: 'normal' }),
  warn: css({ fontWeight: 'normal', color: theme.colors.warning.text }),
  compared: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1), alignItems: 'center' }),
  muted: css({ color: theme.colors.text.secondary }),
  link: css({
    color: theme.colors.text.primary,
    textDecoration: 'underline',
    textDecorationColor: theme.colors.border.strong,
    '&:hover': { color: theme.colors.text.link },
  }),
});
