import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Modal, TextArea, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { type ActionKind, actions, isDecision } from '../actions/actions';
import { type Entry } from '../actions/statements';
import { type Row } from '../read/Worklist';
import { eventsOf } from '../send/eventsOf';
import { isOver, type Outcome } from '../send/Outcome';
import { sendAll } from '../send/sendAll';
import { useChoices } from '../send/useChoices';
import { type Words } from '../words/Words';
import { AmountField, amountIn } from './AmountField';
import { ChoiceField } from './ChoiceField';
import { EntryItem } from './EntryItem';
import { SampleNote } from './SampleNote';

/** An action with rows: what it sends is settled when it is chosen. */
export interface Chosen {
  kind: ActionKind;
  /** What is sent: settled when the dialog was opened. */
  entries: Entry[];
  /** How many of the chosen rows are not part of it. */
  leftOut: number;
  /** The rows of the list that are not part of it. */
  others: readonly Row[];
  /** By how much a value may be set higher at least and at most, where that is asked for. */
  by?: readonly [least: number, most: number];
}

interface Props extends Chosen {
  datasource: string;
  words: Words;
  /** At least one was stored by what was just sent. */
  onStored: () => void;
  onClose: (stored: readonly Row[]) => void;
}

/** Asks why, shows what is sent, sends it, and says of each what became of it. */
export function ActionDialog({ kind, entries, leftOut, others, by, datasource, words, onStored, onClose }: Props) {
  const s = useStyles2(getStyles);
  const say = words.dialog;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const released = useMemo(() => entries.flatMap((entry) => entry.rows), [entries]);
  const outcomeOf = ({ key }: Entry): Outcome => outcomes[key] ?? { state: 'waiting' };
  const [begun, setBegun] = useState(false);
  const busy = begun && !entries.every((entry) => isOver(outcomeOf(entry)));
  const left = entries.filter((entry) => outcomeOf(entry).state !== 'stored');
  const { choice: list } = actions[kind];
  const stations = [...new Set(entries.map(({ rows }) => rows[0]!.station))];
  const known = useChoices(datasource, list, stations, words.language);
  const choices = known.state === 'known' ? known.choices : [];
  const [value, setValue] = useState('');
  const choice = choices.find((one) => one.value === value);
  // Where there is nothing to choose from it has to be said in words.
  const needed = actions[kind].reason || (list !== undefined && choices.length === 0);
  const [higher, setHigher] = useState('');
  const amount = by && amountIn(higher, by);
  const text = reason.trim() || (choice?.label ?? '');

  const send = async () => {
    if ((needed ? reason.trim() === '' : list && !choice) || (by && amount === undefined)) {
      setMissing(true);
      return;
    }
    setBegun(true);
    const { store } = eventsOf(datasource);
    let stored = false;
    setOutcomes((before) => ({ ...before, ...Object.fromEntries(left.map(({ key }) => [key, { state: 'waiting' }])) }));
    await sendAll(
      left,
      (entry) => store(entry, text, choice?.value, amount),
      (key, outcome) => {
        stored ||= outcome.state === 'stored';
        setOutcomes((before) => ({ ...before, [key]: outcome }));
      }
    );
    if (stored) {
      onStored();
    }
  };
  const close = () => {
    if (!busy) {
      onClose(entries.filter((entry) => !left.includes(entry)).flatMap((entry) => entry.rows));
    }
  };
  const unknown = !busy && entries.some((entry) => outcomeOf(entry).state === 'unknown');
  const stay = (entry: Entry) =>
    isDecision(kind)
      ? others.filter((row) => row.site === entry.statement.site && row.target?.id === entry.target.id)
      : [];

  return (
    <Modal isOpen title={say.title(words.actions[kind], entries.length)} onDismiss={close} closeOnBackdropClick={false}>
      {list && (
        <ChoiceField
          {...{ known, value }}
          label={say.which[list]}
          words={say}
          missing={missing && !needed}
          settled={begun}
          onChange={(chosen) => {
            setValue(chosen);
            setMissing(false);
          }}
        />
      )}
      {by && (
        <AmountField
          {...{ by, missing: missing && amount === undefined }}
          value={higher}
          words={say}
          settled={begun}
          onChange={(typed) => {
            setHigher(typed);
            setMissing(false);
          }}
        />
      )}
      <Field
        label={list ? say.more : say.reason}
        description={needed ? say.reasonNeeded : say.reasonMayBe}
        invalid={missing && needed && text === ''}
        error={missing && needed && text === '' ? say.reasonNeeded : undefined}
        required={needed}
      >
        <TextArea
          autoFocus={!list}
          id="cellthread-worklist-reason"
          rows={3}
          value={reason}
          // A key stands for one text: what is sent again under it is the same.
          readOnly={begun}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </Field>
      {kind === 'release' && <SampleNote {...{ released, others, words }} />}
      <p>{say.sends(entries.length)}</p>
      <ul className={s.list} aria-live="polite" tabIndex={0} aria-label={say.sends(entries.length)}>
        {entries.map((entry) => (
          <EntryItem
            key={entry.key}
            {...{ entry, words }}
            outcome={outcomeOf(entry)}
            begun={begun}
            stayHeld={stay(entry).length}
          />
        ))}
      </ul>
      {leftOut > 0 && <p className={s.muted}>{say.notPart(leftOut)}</p>}
      {unknown && <p className={s.muted}>{say.unknownHelp}</p>}
      <Modal.ButtonRow>
        <Button size="lg" variant="secondary" fill="outline" disabled={busy} onClick={close}>
          {begun ? say.close : say.cancel}
        </Button>
        {left.length > 0 && (
          <Button
            size="lg"
            variant={kind === 'scrap' ? 'destructive' : 'primary'}
            disabled={busy}
            icon={actions[kind].icon}
            onClick={() => void send()}
          >
            {begun ? say.again(left.length) : words.actions[kind]}
          </Button>
        )}
      </Modal.ButtonRow>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1, 0),
    padding: 0,
    maxHeight: '40vh',
    overflow: 'auto',
    border: `1px solid ${theme.colors.border.weak}`,
  }),
  muted: css({ color: theme.colors.text.secondary }),
});
