import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { visitKey } from '../read/route';
import { type Names } from '../read/names';
import { type Reading } from '../read/Traveler';
import { airOf } from './airOf';

/** What the air was like at each visit, and how old the reading was. */
export function Environment({ readings, names }: { readings: readonly Reading[]; names: Names }) {
  const s = useStyles2(getStyles);
  const groups = new Map<string, Reading[]>();
  readings.forEach((r) => {
    const key = visitKey(r.station, r.visit);
    groups.set(key, [...(groups.get(key) ?? []), r]);
  });
  return (
    <dl className={s.list}>
      {[...groups].map(([key, group]) => (
        <div key={key} className={s.visit}>
          <dt title={group[0]!.station}>
            {names.station(group[0]!.station) || 'Air'}
            {group[0]!.visit > 1 && ` visit ${group[0]!.visit}`}
          </dt>
          {airOf(group).map(({ label, text, reading: r }, i) => (
            <dd key={i} title={[r.zone, r.sensor].filter(Boolean).join(', ')}>
              <span className={s.muted}>{label}</span> {text}
              <span className={s.muted}>{[r.zone, age(r.ageS)].filter(Boolean).join(', ')}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function age(seconds: number | null): string {
  if (seconds === null) {
    return '';
  }
  return seconds < 90 ? `${Math.round(seconds)} s before` : `${Math.round(seconds / 60)} min before`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, fontSize: theme.typography.bodySmall.fontSize }),
  visit: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(0.25, 0),
    dt: { fontWeight: theme.typography.fontWeightMedium, width: '100%' },
    dd: { margin: 0, display: 'flex', gap: theme.spacing(0.5) },
  }),
  muted: css({ color: theme.colors.text.secondary }),
});
