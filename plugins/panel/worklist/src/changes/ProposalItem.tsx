import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type Proposal } from '../send/changesOf';
import { type Outcome } from '../send/Outcome';
import { type Words } from '../words/Words';

interface Props {
  proposal: Proposal;
  words: Words;
  timeZone: string;
  /** The kinds of events that whoever looks may store of it. */
  may: readonly string[];
  onDecide: (what: 'approve' | 'reject', text: string) => Promise<Outcome>;
}

/** A proposal: who proposes what and why, who has approved, and the buttons of those who may. */
export function ProposalItem({ proposal, words, timeZone, may, onDecide }: Props) {
  const s = useStyles2(getStyles);
  const say = words.change;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const decide = async (what: 'approve' | 'reject') => {
    setBusy(true);
    setOutcome(await onDecide(what, text.trim()));
    setBusy(false);
  };
  const approves = may.includes('change-approval') && !proposal.stale;
  const rejects = may.includes('change-rejection');
  return (
    <li className={s.item} data-testid="cellthread-worklist-proposal">
      <div className={s.name}>{proposal.reason}</div>
      <div className={s.muted}>
        {say.proposed(proposal.author, dateTimeFormat(proposal.proposed_ms, { timeZone }))}
        {', '}
        {proposal.approvals.length === 0
          ? say.nobodyApproved
          : say.approved(proposal.approvals.map(({ by }) => by).join(', '))}
      </div>
      {proposal.rows.map(({ measurement, tags, fields, withdraws }) => (
        <div key={JSON.stringify(tags) + measurement} className={s.row}>
          <span className={s.what}>
            {[measurement, ...Object.values(tags).filter((tag) => tag !== '*')].join(' ')}
            {withdraws && ` (${say.withdrawn})`}
          </span>
          {!withdraws &&
            Object.entries(fields).map(([name, value]) => (
              <span key={name}>
                {name} <b>{String(value)}</b>
              </span>
            ))}
        </div>
      ))}
      {proposal.stale && <div className={s.warning}>{say.stale(proposal.stale)}</div>}
      {(approves || rejects) && (
        <div className={s.buttons}>
          <Input
            className={s.text}
            value={text}
            placeholder={say.why}
            aria-label={say.why}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {approves && (
            <Button size="lg" icon="check" className={s.button} disabled={busy} onClick={() => void decide('approve')}>
              {say.approve}
            </Button>
          )}
          {rejects && (
            <Button
              size="lg"
              variant="secondary"
              icon="times"
              className={s.button}
              disabled={busy || text.trim() === ''}
              onClick={() => void decide('reject')}
            >
              {say.reject}
            </Button>
          )}
        </div>
      )}
      {outcome && 'text' in outcome && outcome.text !== '' && (
        <div className={s.bad} role="alert">
          {words.dialog.outcome[outcome.state]}: {outcome.text}
        </div>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  item: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  muted: css({ color: theme.colors.text.secondary }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) }),
  what: css({ flexBasis: '100%' }),
  warning: css({ color: theme.colors.warning.text }),
  bad: css({ color: theme.colors.error.text }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  text: css({ flex: '1 1 200px', minWidth: 0 }),
  button: css({ minHeight: 48 }),
});
