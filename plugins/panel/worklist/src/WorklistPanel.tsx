import { AnswerView, failures } from '@cellthread/panelkit';
import { type PanelProps } from '@grafana/data';
import { useMemo, useState } from 'react';
import { ChangesView } from './changes/ChangesView';
import { defaults } from './defaults';
import { EntryView } from './entry/EntryView';
import { readWorklist } from './read/readWorklist';
import { datasourceOf } from './send/datasourceOf';
import { refreshDashboard } from './send/refreshDashboard';
import { ActionDialog, type Chosen } from './view/ActionDialog';
import { WorklistView } from './view/WorklistView';
import { wordsOf } from './words/languages';
import { type WorklistOptions } from './WorklistOptions';

/** The panel: reads, and either shows the list or says what is missing. */
export function WorklistPanel(props: PanelProps<WorklistOptions>) {
  const { data, width, height, timeZone, replaceVariables } = props;
  const options = useMemo(() => ({ ...defaults, ...props.options }), [props.options]);
  const words = wordsOf(options.language, document.documentElement.lang);
  const list = options.list === 'values' || options.list === 'changes' ? 'auto' : options.list;
  const read = useMemo(() => readWorklist(data.series, list, words), [data.series, list, words]);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const mark = (keys: readonly string[], on: boolean) => {
    const next = new Set(marked);
    keys.forEach((key) => (on ? next.add(key) : next.delete(key)));
    setMarked(next);
  };
  const datasource = datasourceOf(data, replaceVariables);
  if (options.list === 'values') {
    return <EntryView {...{ datasource, words, width, height }} onStored={refreshDashboard} />;
  }
  if (options.list === 'changes') {
    const asked = data.request?.startTime ?? 0;
    return <ChangesView {...{ datasource, asked, words, width, height, timeZone }} onStored={refreshDashboard} />;
  }
  // The dialog stands beside the list: it stays while the list is read anew, is empty, or cannot be read.
  return (
    <>
      <AnswerView {...{ data, read, width, height }}>
        {(worklist) => (
          <WorklistView
            failures={failures(data)}
            from={data.timeRange.from.valueOf()}
            now={data.request?.startTime ?? data.timeRange.to.valueOf()}
            onMark={mark}
            onAction={setChosen}
            {...{ datasource, marked, worklist, options, words, width, height, timeZone, replaceVariables }}
          />
        )}
      </AnswerView>
      {chosen && (
        <ActionDialog
          {...chosen}
          {...{ datasource, words }}
          onStored={refreshDashboard}
          onClose={(stored) => {
            setChosen(null);
            mark(
              stored.map((row) => row.key),
              false
            );
          }}
        />
      )}
    </>
  );
}
