import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import { type Entry } from '../actions/statements';
import { type Outcome } from '../send/Outcome';
import { type Words } from '../words/Words';
import { nameOf } from './nameOf';

interface Props {
  entry: Entry;
  outcome: Outcome;
  /** Whether anything was sent yet. */
  begun: boolean;
  /** How many open holds of its item it leaves open. */
  stayHeld: number;
  words: Words;
}

const icons: Record<Outcome['state'], IconName> = {
  waiting: 'circle',
  sending: 'sync',
  stored: 'check-circle',
  refused: 'times-circle',
  unknown: 'question-circle',
};

/** One request: the item, the holds that it answers, and what became of it. */
export function EntryItem({ entry, outcome, begun, stayHeld, words }: Props) {
  const s = useStyles2(getStyles);
  const { target, rows, statement } = entry;
  const text = 'text' in outcome ? outcome.text : '';
  const asked = outcome.state === 'stored' ? outcome.asked : undefined;
  return (
    <li className={s.entry} data-testid="cellthread-worklist-entry">
      <div className={s.target}>{nameOf(target, rows[0]!, words)}</div>
      {statement.answers?.map((hold) => (
        <code key={hold} className={s.hold}>
          {hold}
        </code>
      ))}
      {rows.map((row) => row.sentence && <div key={row.key}>{row.sentence}</div>)}
      {stayHeld > 0 && <div className={s.muted}>{words.dialog.staysHeld(stayHeld)}</div>}
      {begun && (
        <div className={s[outcome.state]}>
          <Icon name={icons[outcome.state]} size="sm" aria-hidden /> {words.dialog.outcome[outcome.state]}
          {text && `: ${text}`}
        </div>
      )}
      {asked && (
        <div className={asked.state === 'done' ? s.stored : s.unknown}>
          {words.dialog.asked[asked.state]}
          {asked.text && `: ${asked.text}`}
        </div>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const muted = css({ color: theme.colors.text.secondary });
  return {
    entry: css({
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflowWrap: 'anywhere',
    }),
    target: css({ fontWeight: theme.typography.fontWeightMedium }),
    hold: css({ display: 'block', width: 'fit-content' }),
    muted,
    waiting: muted,
    sending: muted,
    stored: css({ color: theme.colors.success.text }),
    refused: css({ color: theme.colors.error.text }),
    unknown: css({ color: theme.colors.warning.text }),
  };
};
