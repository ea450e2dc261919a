import { Alert } from '@grafana/ui';
import { kindOf, queryKinds } from '../kinds/queryKinds';
import type { CellsQuery } from '../query';
import { variablesIn } from '../variablesIn';

/** What an alert rule would stumble over. */
export function AlertingNotes({ query }: { query: CellsQuery }) {
  const variables = variablesIn(query);
  const kind = kindOf(query);
  const readable = queryKinds.filter(({ alertable }) => alertable).map(({ label }) => label);
  return (
    <>
      {variables.length > 0 && (
        <Alert severity="warning" title={`An alert rule cannot fill in ${variables.join(', ')}.`}>
          Rules send the query as it is stored, without a dashboard: put the value itself in its place, or leave the
          field empty for all.
        </Alert>
      )}
      {kind && !kind.alertable && (
        <Alert severity="warning" title={`Alert rules cannot read “${kind.label}”.`}>
          It answers a table. Use {readable.join(' or ')}, or a SQL expression on it.
        </Alert>
      )}
    </>
  );
}
