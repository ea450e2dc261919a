import { useMemo } from 'react';
import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import type { CellsDatasource } from '../CellsDatasource';
import { kindOf } from '../kinds/queryKinds';
import { missingPart } from '../kinds/missingPart';
import type { CellsQuery } from '../query';
import type { CellsSettings } from '../settings';
import { AlertingNotes } from './AlertingNotes';
import { EditorContext } from './EditorContext';
import { KindPicker } from './KindPicker';
import { MissingNote } from './MissingNote';
import { UnknownKind } from './UnknownKind';

type Props = QueryEditorProps<CellsDatasource, CellsQuery, CellsSettings>;

/** The query as a sentence. A change runs it as soon as it is complete. */
export function QueryEditor({ query, datasource, app, onChange, onRunQuery }: Props) {
  const context = useMemo(() => ({ datasource }), [datasource]);
  const kind = kindOf(query);
  const set = (changed: CellsQuery) => {
    onChange(changed);
    if (!missingPart(changed)) {
      onRunQuery();
    }
  };
  return (
    <EditorContext.Provider value={context}>
      <Stack direction="column" gap={0.5}>
        <KindPicker query={query} onChange={set} />
        {kind ? (
          <kind.Editor query={query} onChange={(change) => set(withChange(query, change))} />
        ) : (
          <UnknownKind query={query} />
        )}
        <MissingNote query={query} />
        {app === CoreApp.UnifiedAlerting && <AlertingNotes query={query} />}
      </Stack>
    </EditorContext.Provider>
  );
}

/** A field that became undefined is left out: a stored query says only what was said. */
function withChange(query: CellsQuery, change: Partial<CellsQuery>): CellsQuery {
  const entries = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as CellsQuery;
}
