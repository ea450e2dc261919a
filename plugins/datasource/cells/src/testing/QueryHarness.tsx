import { useState } from 'react';
import { render } from '@testing-library/react';
import type { CoreApp } from '@grafana/data';
import type { CellsDatasource } from '../CellsDatasource';
import { QueryEditor } from '../editor/QueryEditor';
import type { CellsQuery } from '../query';
import { lineLookups } from './lineLookups';

interface Edited {
  /** The query as it stands. */
  query: CellsQuery;
  /** How often it was run. */
  runs: number;
}

/** The query editor on a line of two stations, with the variables `$station` and `$cell`; what it wrote last. */
export function editQuery(start: Omit<CellsQuery, 'refId'>, app?: CoreApp): Edited {
  const edited: Edited = { query: { ...start, refId: 'A' }, runs: 0 };
  const datasource = {
    lookups: lineLookups(),
    variableNames: () => ['station', 'cell'],
  } as unknown as CellsDatasource;
  function Harness() {
    const [query, setQuery] = useState(edited.query);
    edited.query = query;
    return (
      <QueryEditor
        query={query}
        datasource={datasource}
        app={app}
        onChange={setQuery}
        onRunQuery={() => edited.runs++}
      />
    );
  }
  render(<Harness />);
  return edited;
}
