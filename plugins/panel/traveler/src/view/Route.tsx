import { Verdict } from '@cellthread/panelkit';
import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type Names } from '../read/names';
import { type Stop } from '../read/route';

interface Props {
  stops: readonly Stop[];
  names: Names;
  selected: string | null;
  onSelect: (key: string | null) => void;
  timeZone: string;
}

/** The way of the cell: every visit, its loops and what was sent twice. A visit chosen here narrows the other parts. */
export function Route({ stops, names, selected, onSelect, timeZone }: Props) {
  const s = useStyles2(getStyles);
  return (
    <ol className={s.list}>
      {stops.map((stop, i) => {
        const { operation: o } = stop;
        const chosen = selected === stop.key;
        return (
          <li key={`${stop.key}/${i}`} className={cx(s.stop, (stop.loop || stop.retest) && s.again)}>
            <button
              type="button"
              className={cx(s.button, chosen && s.chosen, o.superseded && s.faded)}
              aria-pressed={chosen}
              onClick={() => onSelect(chosen ? null : stop.key)}
            >
              <span className={s.line}>
                {(stop.loop || stop.retest) && <Icon name={stop.loop ? 'history' : 'repeat'} size="sm" aria-hidden />}
                <span className={cx(s.station, o.superseded && s.struck)} title={o.station}>
                  {names.station(o.station)}
                </span>
                {o.visit > 1 && <span className={s.muted}>visit {o.visit}</span>}
                <Verdict word={o.verdict} />
                {stop.outOfSpec > 0 && <span className={s.bad}>{stop.outOfSpec} out of spec</span>}
                {stop.unproven > 0 && <span className={s.warn}>{stop.unproven} not proven</span>}
              </span>
              <span className={s.muted} title={o.equipment}>
                {[o.time === null ? '' : dateTimeFormat(o.time, { timeZone }), o.place].filter(Boolean).join(' · ')}
              </span>
              <span className={s.muted}>{note(stop)}</span>
              {chosen && <span className={s.muted}>{o.details.map((d) => `${d.label} ${d.value}`).join(' · ')}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function note({ operation, loop, retest }: Stop): string {
  return [
    operation.superseded ? 'superseded by a later message' : '',
    loop ? 'came back (rework)' : '',
    retest ? 'again at the same station (retest)' : '',
    operation.runType && operation.runType !== 'production' ? `run type ${operation.runType}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  stop: css({
    position: 'relative',
    paddingLeft: theme.spacing(2),
    '&::before': {
      content: '""',
      position: 'absolute',
      left: theme.spacing(0.625),
      top: 0,
      bottom: 0,
      borderLeft: `2px solid ${theme.colors.border.medium}`,
    },
    '&::after': {
      content: '""',
      position: 'absolute',
      left: theme.spacing(0.25),
      top: theme.spacing(1.25),
      width: theme.spacing(1),
      height: theme.spacing(1),
      borderRadius: theme.shape.radius.circle,
      background: theme.colors.text.secondary,
    },
  }),
  again: css({ marginLeft: theme.spacing(2), '&::before': { borderLeftStyle: 'dashed' } }),
  button: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    width: '100%',
    padding: theme.spacing(0.5, 1),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    textAlign: 'left',
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  chosen: css({ background: theme.colors.action.selected }),
  faded: css({ opacity: 0.65 }),
  struck: css({ textDecoration: 'line-through' }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.75) }),
  station: css({ fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  muted: css({ color: theme.colors.text.secondary }),
  bad: css({ color: theme.colors.error.text }),
  warn: css({ color: theme.colors.warning.text }),
});
