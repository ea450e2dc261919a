import { css } from '@emotion/css';
import { EmptyView, onPaper } from '@cellthread/panelkit';
import { type GrafanaTheme2 } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type Entered, measurementsOf } from '../send/measurementsOf';
import { newKey } from '../send/newKey';
import { useRights } from '../send/useRights';
import { type Words } from '../words/Words';
import { EntryFields } from './EntryFields';
import { EntryLog, type Logged } from './EntryLog';
import { useEntryForm } from './useEntryForm';

interface Props {
  /** Uid of the data source that stores; empty where none can be asked. */
  datasource: string;
  words: Words;
  width: number;
  height: number;
  onStored: () => void;
}

/** So many of what was entered stay on screen. */
const kept = 30;

/** Values are entered one after the other; beside it, what became of each. Who may enter none sees why. */
export function EntryView({ datasource, words, width, height, onStored }: Props) {
  const s = useStyles2(getStyles);
  const rights = useRights(datasource);
  const [item, setItem] = useState('');
  const { form, failure } = useEntryForm(datasource, item);
  const [log, setLog] = useState<readonly Logged[]>([]);
  const say = words.entry;

  const send = async (logged: Logged) => {
    setLog((before) => [
      { ...logged, outcome: { state: 'sending' } },
      ...before.filter(({ entered }) => entered.key !== logged.entered.key).slice(0, kept - 1),
    ]);
    const { outcome, measured } = await measurementsOf(datasource).store(logged.entered);
    setLog((before) =>
      before.map((one) =>
        one.entered.key === logged.entered.key ? { ...one, outcome, ...(measured && { measured }) } : one
      )
    );
    if (outcome.state === 'stored') {
      onStored();
    }
  };

  if (datasource === '' || (rights.known && !rights.measurements)) {
    return (
      <EmptyView
        title={datasource === '' || rights.unknown ? say.nowhere : say.mayNot}
        lines={[rights.unknown ? words.rightsUnknown(rights.unknown) : rights.why].filter(Boolean)}
        icon="lock"
        {...{ width, height }}
      />
    );
  }
  if (!form || form.stations.length === 0) {
    const title = form ? say.nothingPlanned : failure ? say.nowhere : '…';
    return <EmptyView title={title} lines={failure ? [failure] : []} {...{ width, height }} />;
  }
  return (
    <div style={{ width, height }} className={s.panel} data-testid="cellthread-worklist-entry-form">
      <ScrollContainer>
        <div className={s.parts}>
          <EntryFields
            {...{ form, failure, words }}
            onItem={setItem}
            onStore={(body: Entered['body'], shown) =>
              void send({ entered: { key: newKey(), body }, shown, outcome: { state: 'waiting' } })
            }
          />
          <EntryLog {...{ log, words }} onAgain={(logged) => void send(logged)} />
        </div>
      </ScrollContainer>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', minHeight: 0, ...onPaper }),
  parts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(3), padding: theme.spacing(1) }),
});
