import type { RawTimeRange } from '@grafana/data';
import type { SceneQueryRunner } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { urlUtil } from '@grafana/data';

/** What an Explore address carries for its one pane. */
export interface ExplorePane {
  datasource: string;
  queries: DataQuery[];
  range: { from: string; to: string };
}

const DEFAULT_RANGE = { from: 'now-1h', to: 'now' };

/** Grafana's address of Explore: `/explore?schemaVersion=1&panes={"a":{…}}`. */
export function paneUrl(pane: ExplorePane): string {
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes: JSON.stringify({ a: pane }), orgId: 1 });
}

export function exploreUrl(
  runner: SceneQueryRunner,
  { from, to }: { from: string; to: string } | RawTimeRange
): string {
  const { queries, datasource } = runner.state;
  const uid = datasource?.uid ?? queries[0]?.datasource?.uid ?? '';
  return paneUrl({ datasource: uid, queries, range: { from: String(from), to: String(to) } });
}

/** The first pane of an address; undefined when it carries none that can be read. */
export function readPane(search: string): ExplorePane | undefined {
  try {
    const panes = JSON.parse(new URLSearchParams(search).get('panes') ?? '{}') as Record<string, Partial<ExplorePane>>;
    const [pane] = Object.values(panes);
    return pane?.queries?.length
      ? { datasource: pane.datasource ?? '', queries: pane.queries, range: pane.range ?? DEFAULT_RANGE }
      : undefined;
  } catch {
    return undefined;
  }
}
