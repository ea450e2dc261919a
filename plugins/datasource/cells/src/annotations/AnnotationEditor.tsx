import { useMemo } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import type { CellsDatasource } from '../CellsDatasource';
import { EditorContext } from '../editor/EditorContext';
import { MissingNote } from '../editor/MissingNote';
import { EventsEditor } from '../kinds/events/EventsEditor';
import type { CellsQuery } from '../query';
import type { CellsSettings } from '../settings';

type Props = QueryEditorProps<CellsDatasource, CellsQuery, CellsSettings>;

/** Which events mark a chart. */
export function AnnotationEditor({ query, datasource, onChange, onRunQuery }: Props) {
  const context = useMemo(() => ({ datasource }), [datasource]);
  return (
    <EditorContext.Provider value={context}>
      <EventsEditor
        query={query}
        onChange={(change) => {
          onChange({ ...query, ...change });
          onRunQuery();
        }}
      />
      <MissingNote query={query} />
    </EditorContext.Provider>
  );
}
