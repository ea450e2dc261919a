import { css } from '@emotion/css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DataSourceApi, GrafanaTheme2 } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { Alert, Button, Field, useStyles2 } from '@grafana/ui';
import { DatasourcePicker } from '../../host/DatasourcePicker';
import { datasourceSrv } from '../../host/datasourceSrv';
import { exploreScene } from './exploreScene';
import { isTimeSeries } from './isTimeSeries';
import type { ExplorePane } from './exploreUrl';
import { QueryHelp } from './QueryHelp';
import { QueryRow } from './QueryRow';

const REF_IDS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Queries on top, their result below. A query runs when its editor says so, or by the button. */
export function ExploreView({ initial, onRun }: { initial: ExplorePane; onRun: (pane: ExplorePane) => void }) {
  const styles = useStyles2(getStyles);
  const { scene, runner, graph } = useMemo(() => exploreScene(initial), [initial]);
  const [uid, setUid] = useState(initial.datasource);
  const [queries, setQueries] = useState(initial.queries);
  const [{ datasource, error }, setDatasource] = useState<{ datasource?: DataSourceApi; error?: string }>({});
  const { data } = runner.useState();
  const { from, to, value: range } = (scene.state.$timeRange as NonNullable<typeof scene.state.$timeRange>).useState();

  useEffect(() => {
    datasourceSrv.get(uid).then(
      (found) => {
        setDatasource({ datasource: found });
        setQueries((all) => (all.length ? all : [fresh(found, 'A')]));
      },
      (failure: Error) => setDatasource({ error: failure.message })
    );
  }, [uid]);

  useEffect(() => graph.setState({ isHidden: !data?.series.some(isTimeSeries) }), [graph, data]);

  // An editor changes and runs in one go: what runs is what was changed last, drawn or not.
  const latest = useRef(queries);
  latest.current = queries;
  const run = () => {
    onRun({ datasource: uid, queries: latest.current, range: { from, to } });
    runner.setState({ datasource: { uid }, queries: latest.current });
    runner.runQueries();
  };
  const change = (index: number, query: DataQuery) => {
    latest.current = latest.current.map((one, i) => (i === index ? query : one));
    setQueries(latest.current);
  };
  const add = () => {
    const refId = [...REF_IDS].find((id) => queries.every((query) => query.refId !== id)) ?? `Q${queries.length}`;
    setQueries([...queries, fresh(datasource, refId)]);
  };

  return (
    <>
      <div className={styles.queries}>
        <Field label="Data source" noMargin>
          <DatasourcePicker current={uid} onChange={(settings) => setUid(settings.uid)} />
        </Field>
        {error && <Alert title="The data source cannot be loaded">{error}</Alert>}
        {datasource &&
          queries.map((query, index) => (
            <QueryRow
              key={query.refId}
              datasource={datasource}
              query={query}
              queries={queries}
              data={data}
              range={range}
              onChange={(changed) => change(index, changed)}
              onRun={run}
              onRemove={queries.length > 1 ? () => setQueries(queries.filter((_, i) => i !== index)) : undefined}
            />
          ))}
        <div className={styles.buttons}>
          <Button icon="plus" variant="secondary" onClick={add}>
            Add query
          </Button>
          <Button icon="sync" onClick={run}>
            Run query
          </Button>
        </div>
        {datasource && <QueryHelp datasource={datasource} onPick={(query) => change(0, { ...query, refId: 'A' })} />}
      </div>
      <scene.Component model={scene} />
    </>
  );
}

const fresh = (datasource: DataSourceApi | undefined, refId: string): DataQuery => ({
  ...datasource?.getDefaultQuery?.('explore' as never),
  refId,
});

const getStyles = (theme: GrafanaTheme2) => ({
  queries: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  buttons: css({ display: 'flex', gap: theme.spacing(1) }),
});
