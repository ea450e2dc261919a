import { css } from '@emotion/css';
import type { ComponentType } from 'react';
import {
  CoreApp,
  type DataSourceApi,
  type GrafanaTheme2,
  type PanelData,
  type QueryEditorProps,
  type TimeRange,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { Alert, ErrorBoundaryAlert, IconButton, useStyles2 } from '@grafana/ui';

interface Props {
  datasource: DataSourceApi;
  query: DataQuery;
  queries: DataQuery[];
  data?: PanelData;
  range: TimeRange;
  onChange: (query: DataQuery) => void;
  onRun: () => void;
  onRemove?: () => void;
}

/** One query in the plugin's own editor. */
export function QueryRow({ datasource, query, queries, data, range, onChange, onRun, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const Editor = datasource.components?.QueryEditor as
    ComponentType<QueryEditorProps<DataSourceApi, DataQuery>> | undefined;
  return (
    <section className={styles.row} aria-label={`Query ${query.refId}`}>
      <header className={styles.header}>
        <strong>{query.refId}</strong>
        <IconButton
          name={query.hide ? 'eye-slash' : 'eye'}
          tooltip={query.hide ? 'Enable query' : 'Disable query'}
          onClick={() => onChange({ ...query, hide: !query.hide })}
        />
        {onRemove && <IconButton name="trash-alt" tooltip="Remove query" onClick={onRemove} />}
      </header>
      <ErrorBoundaryAlert>
        {Editor ? (
          <Editor
            datasource={datasource}
            query={query}
            queries={queries}
            data={data}
            range={range}
            app={CoreApp.Explore}
            onChange={onChange}
            onRunQuery={onRun}
            onAddQuery={() => undefined}
            history={[]}
          />
        ) : (
          <Alert title="This data source has no query editor" severity="warning" />
        )}
      </ErrorBoundaryAlert>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    background: theme.colors.background.secondary,
    padding: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
  }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
});
