import { css } from '@emotion/css';
import { EmptyView, onPaper } from '@cellthread/panelkit';
import { dateTimeFormat, type GrafanaTheme2, type InterpolateFunction } from '@grafana/data';
import { Button, ScrollContainer, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type ActionKind, actions, bounds, fits } from '../actions/actions';
import { entriesOf } from '../actions/statements';
import { type Row, type Worklist } from '../read/Worklist';
import { newKey } from '../send/newKey';
import { useAskable } from '../send/useAskable';
import { useRights } from '../send/useRights';
import { type Words } from '../words/Words';
import { type WorklistOptions } from '../WorklistOptions';
import { ActionBar } from './ActionBar';
import { type Chosen } from './ActionDialog';
import { RowItem } from './RowItem';
import { rowHref } from './rowHref';

interface Props {
  worklist: Worklist;
  /** What failed beside the queries that answered. */
  failures: readonly string[];
  /** Uid of the data source that stores; empty where none can be asked. */
  datasource: string;
  options: WorklistOptions;
  words: Words;
  /** What is told of: holds since then (ms), ages as of then. */
  from: number;
  now: number;
  width: number;
  height: number;
  timeZone: string;
  replaceVariables: InterpolateFunction;
  /** The rows that are marked, by their keys. */
  marked: ReadonlySet<string>;
  onMark: (keys: readonly string[], on: boolean) => void;
  /** An action is to be done with what was chosen. */
  onAction: (chosen: Chosen) => void;
}

/** So many rows are drawn at first, and more each time they are asked for. */
const step = 200;

/** The list with what may be done about it. */
export function WorklistView(props: Props) {
  const { worklist, failures, datasource, options, words, from, now, width, height, timeZone, marked } = props;
  const s = useStyles2(getStyles);
  const rights = useRights(datasource);
  const [text, setText] = useState('');
  const [most, setMost] = useState(step);
  const may = options.actions.filter(
    (kind) => actions[kind]?.lists.includes(worklist.list) && rights.kinds.includes(kind)
  );
  const askable = useAskable(
    datasource,
    may.some((kind) => actions[kind].asked)
  );
  // What the plan lets nobody ask has no button.
  const offered = may.filter((kind) => !actions[kind].asked || worklist.rows.some((row) => fits(kind, row, askable)));
  const found = worklist.rows.filter((row) => has(row, text));
  const rows = found.slice(0, most);
  const chosen = rows.filter((row) => marked.has(row.key));
  const troubles = [
    ...failures.map(words.notAllRead),
    ...worklist.warnings,
    ...(rights.unknown ? [words.rightsUnknown(rights.unknown)] : []),
  ];
  const bound = worklist.list === 'holds' ? [words.placedSince(dateTimeFormat(from, { timeZone }))] : [];

  const begin = (kind: ActionKind) => {
    const entries = entriesOf(kind, chosen, newKey, askable);
    const sent = new Set(entries.flatMap((entry) => entry.rows));
    const others = worklist.rows.filter((row) => !sent.has(row));
    const each = entries.map(({ rows: [row] }) => bounds(askable, row!) ?? [0, 0]);
    const by = [Math.max(...each.map(([least]) => least)), Math.min(...each.map(([, most]) => most))] as const;
    props.onAction({
      kind,
      entries,
      leftOut: chosen.length - sent.size,
      others,
      by: kind === 'request-adjust' ? by : undefined,
    });
  };
  if (worklist.rows.length === 0) {
    const seen = failures.length === 0 && worklist.warnings.length === 0;
    const [note, ...notes] = worklist.notes;
    return (
      <EmptyView
        title={seen ? (note ?? words.nothing[worklist.list]) : words.notAllSeen}
        lines={[...(seen ? notes : worklist.notes), ...troubles, ...bound]}
        icon={seen ? 'check-circle' : 'exclamation-triangle'}
        alarm={!seen}
        {...{ width, height }}
      />
    );
  }
  return (
    <div style={{ width, height }} className={s.panel} data-testid="cellthread-worklist">
      <ActionBar
        {...{ words, offered, text, chosen: chosen.length, shown: rows.length }}
        can={(kind) => chosen.some((row) => fits(kind, row, askable))}
        onText={setText}
        onAll={(on) =>
          props.onMark(
            rows.map((row) => row.key),
            on
          )
        }
        onAction={begin}
      />
      <ScrollContainer>
        {troubles.map((trouble) => (
          <p key={trouble} className={s.trouble} role="alert">
            {trouble}
          </p>
        ))}
        {rows.length === 0 && <p className={s.note}>{words.nothingFound}</p>}
        <ul className={s.list}>
          {rows.map((row) => (
            <RowItem
              key={row.key}
              {...{ row, words, now, timeZone }}
              columns={options.columns}
              href={rowHref(row, worklist.list, options, props.replaceVariables)}
              chosen={offered.length > 0 ? marked.has(row.key) : null}
              onChoose={(on) => props.onMark([row.key], on)}
            />
          ))}
        </ul>
        {found.length > rows.length && (
          <Button variant="secondary" fill="text" onClick={() => setMost(most + step)}>
            {words.more(found.length - rows.length)}
          </Button>
        )}
        {[...worklist.notes, ...bound].map((note) => (
          <p key={note} className={s.note}>
            {note}
          </p>
        ))}
      </ScrollContainer>
    </div>
  );
}

/** Whether anything that a row says has a text in it. */
function has({ sentence, target, holdId, shown }: Row, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const said = [sentence, target?.id ?? '', holdId, ...Object.values(shown)];
  return wanted === '' || said.some((one) => one.toLowerCase().includes(wanted));
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', minHeight: 0, ...onPaper }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  trouble: css({ margin: theme.spacing(0.5, 1), color: theme.colors.error.text }),
  note: css({
    margin: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
