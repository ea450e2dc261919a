import { css, cx } from '@emotion/css';
import { openInApp } from '@cellthread/panelkit';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { age } from '../read/age';
import { type Column, columns as order, type Row } from '../read/Worklist';
import { type Words } from '../words/Words';
import { nameOf } from './nameOf';

interface Props {
  row: Row;
  columns: readonly Column[];
  words: Words;
  /** Ages are as of then (ms). */
  now: number;
  timeZone: string;
  /** Where more about it stands. */
  href: string | null;
  /** `null` where nothing can be done: the row cannot be chosen. */
  chosen: boolean | null;
  onChoose: (on: boolean) => void;
}

/** One row: what it is, and below it where, since when and by whom. The whole of it chooses. */
export function RowItem({ row, columns, words, now, timeZone, href, chosen, onChoose }: Props) {
  const s = useStyles2(getStyles);
  const { target, sentence, severity } = row;
  const name = row.holdId || !sentence ? nameOf(target, row, words) : sentence;
  const details = order
    .filter((column) => columns.includes(column))
    .flatMap((column): ReactNode[] => {
      const text = textOf(column, row, words, now, timeZone);
      return text === ''
        ? []
        : [
            <span key={column} title={words.columns[column]} className={styleOf(s, column, severity)}>
              {icons[column] && <Icon name={icons[column]} size="sm" aria-hidden />}
              {text}
            </span>,
          ];
    });
  const body = (
    <span className={s.body}>
      <span className={s.name}>{name}</span>
      {name !== sentence && sentence && <span className={s.sentence}>{sentence}</span>}
      <span className={s.details}>{details}</span>
    </span>
  );
  return (
    <li className={cx(s.row, chosen && s.chosen)} data-testid="cellthread-worklist-row">
      {chosen === null ? (
        <div className={s.plain}>{body}</div>
      ) : (
        <label className={cx(s.plain, s.target)}>
          <input type="checkbox" className={s.box} checked={chosen} onChange={(e) => onChoose(e.target.checked)} />
          {body}
        </label>
      )}
      {href && (
        <a
          href={href}
          className={s.link}
          aria-label={words.open(target?.id ?? name)}
          title={words.open(target?.id ?? name)}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
              event.preventDefault();
              openInApp(href);
            }
          }}
        >
          <Icon name="arrow-right" />
        </a>
      )}
    </li>
  );
}

/** What a row says in a column; empty where it says nothing. */
function textOf(column: Column, { sinceMs, untilMs, held, shown }: Row, words: Words, now: number, timeZone: string) {
  const moment = (ms: number) => dateTimeFormat(ms, { timeZone });
  if (column === 'since' && sinceMs !== null) {
    return untilMs === null
      ? words.since(moment(sinceMs), age(sinceMs, now))
      : words.hold.between(moment(sinceMs), moment(untilMs));
  }
  const seenMs = column === 'whereabouts' ? (held?.seenMs ?? null) : null;
  return seenMs === null ? shown[column] : words.hold.seen(shown[column], moment(seenMs), age(seenMs, now));
}

const icons: Readonly<Partial<Record<Column, IconName>>> = { decided: 'lock', whereabouts: 'map-marker' };

type Styles = ReturnType<typeof getStyles>;

function styleOf(s: Styles, column: Column, severity: string): string | undefined {
  if (column === 'severity') {
    return cx(s.badge, severity === 'safety' || severity === 'critical' ? s.grave : s.plainBadge);
  }
  return column === 'decided' || column === 'standing' || column === 'inspected'
    ? cx(s.badge, s.plainBadge)
    : column === 'action' || column === 'response' || column === 'whereabouts'
      ? s.action
      : undefined;
}

/** What a finger hits. */
const finger = 44;

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    alignItems: 'stretch',
    minHeight: finger,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&:hover': { background: theme.colors.action.hover },
  }),
  chosen: css({
    background: theme.colors.action.selected,
    // The secondary colour is too faint on what is chosen.
    '& > label > span > span': { color: theme.colors.text.primary },
  }),
  plain: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    margin: 0,
    padding: theme.spacing(1),
    fontWeight: theme.typography.fontWeightRegular,
  }),
  target: css({ cursor: 'pointer' }),
  box: css({ flex: 'none', width: 20, height: 20, margin: 0, accentColor: theme.colors.primary.main }),
  body: css({ display: 'flex', flexDirection: 'column', minWidth: 0, gap: theme.spacing(0.25) }),
  name: css({
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    overflowWrap: 'anywhere',
  }),
  sentence: css({ color: theme.colors.text.primary, overflowWrap: 'anywhere' }),
  details: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0, 0.75),
    border: '1px solid',
    borderRadius: theme.shape.radius.default,
  }),
  grave: css({ color: theme.colors.error.text, borderColor: theme.colors.error.border }),
  plainBadge: css({ color: theme.colors.text.primary, borderColor: theme.colors.border.medium }),
  action: css({ flexBasis: '100%', '& > svg': { marginRight: theme.spacing(0.5) } }),
  link: css({
    flex: 'none',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: finger,
    color: theme.colors.text.link,
    '@media print': { display: 'none' },
  }),
});
