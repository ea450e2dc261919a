import { useState, type ComponentType } from 'react';
import type { DataSourceApi, QueryEditorHelpProps } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { Collapse } from '@grafana/ui';

/** The plugin's examples and explanations, where it has them. */
export function QueryHelp({ datasource, onPick }: { datasource: DataSourceApi; onPick: (query: DataQuery) => void }) {
  const [open, setOpen] = useState(false);
  const Help = datasource.components?.QueryEditorHelp as ComponentType<QueryEditorHelpProps> | undefined;
  return Help ? (
    <Collapse label="Query help" isOpen={open} onToggle={() => setOpen(!open)}>
      <Help datasource={datasource} query={{ refId: 'A' }} onClickExample={onPick} />
    </Collapse>
  ) : null;
}
