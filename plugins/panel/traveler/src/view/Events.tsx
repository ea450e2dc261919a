import { Verdict } from '@cellthread/panelkit';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { kindNames, story } from '../read/eventStory';
import { type Names } from '../read/names';
import { type CellEvent } from '../read/Traveler';

interface Props {
  events: readonly CellEvent[];
  names: Names;
  timeZone: string;
}

/** What people and rules said and decided, newest first. */
export function Events({ events, names, timeZone }: Props) {
  const s = useStyles2(getStyles);
  const sorted = [...events].sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
  return (
    <ul className={s.list}>
      {sorted.map((e, i) => (
        <li key={i} className={s.event}>
          <div className={s.row}>
            <span className={s.muted}>{e.time === null ? '' : dateTimeFormat(e.time, { timeZone })}</span>
            <Verdict word={e.kind} name={kindNames[e.kind]} />
            {e.disposition && e.disposition !== e.kind && <Verdict word={e.disposition} />}
            {e.severity && <span className={s.muted}>{e.severity}</span>}
          </div>
          {story(e, names.station) && <div>{story(e, names.station)}</div>}
          <div className={s.muted} title={[e.station, e.equipment].filter(Boolean).join(' · ')}>
            {about(e, names)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Their references are names of messages or digests of what was sent, and tell nobody anything. */
const sent = ['command', 'command-ack', 'entry'];

function about(e: CellEvent, names: Names): string {
  const target =
    e.targetType && e.targetType !== 'cell'
      ? `${e.targetType} ${e.targetType === 'equipment' ? names.equipment(e.targetId) : e.targetId}`
      : '';
  return [
    e.author && `by ${e.author}`,
    target,
    names.station(e.station),
    names.equipment(e.equipment),
    e.holdId && `hold ${e.holdId}`,
    !sent.includes(e.kind) && e.reference,
  ]
    .filter(Boolean)
    .join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0, fontSize: theme.typography.bodySmall.fontSize }),
  event: css({
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.75) }),
  muted: css({ color: theme.colors.text.secondary }),
});
