import { Alert } from '@grafana/ui';
import type { CellsQuery } from '../query';

/** A query type of a newer version: sent as it stands, and not touched. */
export function UnknownKind({ query }: { query: CellsQuery }) {
  const { queryType } = query;
  return queryType ? (
    <Alert severity="info" title={`This version has no editor for queries of type ${queryType}.`}>
      The query is kept and sent as it is: <code>{JSON.stringify(query)}</code>
    </Alert>
  ) : null;
}
