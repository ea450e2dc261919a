import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, type IconName, useStyles2 } from '@grafana/ui';
import { type Entered, type Measured } from '../send/measurementsOf';
import { type Outcome } from '../send/Outcome';
import { type Words } from '../words/Words';

/** A value that was sent, how it reads, and what became of it. */
export interface Logged {
  entered: Entered;
  /** `Fill mass 799.8 g` */
  shown: string;
  outcome: Outcome;
  measured?: Measured;
}

interface Props {
  log: readonly Logged[];
  words: Words;
  onAgain: (logged: Logged) => void;
}

const icons: Record<Outcome['state'], IconName> = {
  waiting: 'circle',
  sending: 'sync',
  stored: 'check-circle',
  refused: 'times-circle',
  unknown: 'question-circle',
};

/** What was entered here, the newest first. */
export function EntryLog({ log, words, onAgain }: Props) {
  const s = useStyles2(getStyles);
  return (
    <section className={s.log} aria-live="polite" aria-label={words.entry.entered}>
      <h5>{words.entry.entered}</h5>
      {log.length === 0 && <p className={s.muted}>{words.entry.nothingEntered}</p>}
      <ul className={s.list}>
        {log.map((logged) => (
          <LoggedItem key={logged.entered.key} {...{ logged, words, onAgain }} />
        ))}
      </ul>
    </section>
  );
}

function LoggedItem({ logged, words, onAgain }: Omit<Props, 'log'> & { logged: Logged }) {
  const s = useStyles2(getStyles);
  const { entered, shown, outcome, measured } = logged;
  const text = 'text' in outcome ? outcome.text : '';
  const out = measured?.measurement.values.some(({ rule }) => rule);
  return (
    <li className={s.item} data-testid="cellthread-worklist-entered">
      <div className={s.name}>{entered.body.item_id}</div>
      <div>
        {shown}
        {measured && `, ${words.entry.visit(measured.measurement.visit)}`}
      </div>
      {out && (
        <div className={s.refused}>
          <Icon name="exclamation-triangle" size="sm" aria-hidden /> {words.entry.outOfSpec}. {words.entry.held}
        </div>
      )}
      <div className={s[outcome.state]}>
        <Icon name={icons[outcome.state]} size="sm" aria-hidden /> {words.dialog.outcome[outcome.state]}
        {text && `: ${text}`}
      </div>
      {outcome.state === 'unknown' && (
        <>
          <div className={s.muted}>{words.dialog.unknownHelp}</div>
          <Button className={s.again} variant="secondary" onClick={() => onAgain(logged)}>
            {words.dialog.again(1)}
          </Button>
        </>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const muted = css({ color: theme.colors.text.secondary });
  return {
    log: css({ flex: '1 1 280px', minWidth: 0 }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    item: css({
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflowWrap: 'anywhere',
    }),
    name: css({ fontWeight: theme.typography.fontWeightMedium }),
    again: css({ minHeight: 48 }),
    muted,
    waiting: muted,
    sending: muted,
    stored: css({ color: theme.colors.success.text }),
    refused: css({ color: theme.colors.error.text }),
    unknown: css({ color: theme.colors.warning.text }),
  };
};
