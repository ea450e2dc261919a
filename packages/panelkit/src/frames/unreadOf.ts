import { LoadingState, type PanelData } from '@grafana/data';

/** Why there is no answer to look at, in the words that every panel and tile uses. */
export interface Unread {
  state: 'failed' | 'running';
  title: string;
  lines: string[];
}

/** What Grafana keeps of a query without an answer is no table at all, and nothing of why. */
const UNREAD_WHEN_KEPT = 'When this snapshot was taken, the query had failed or was not answered yet.';

/**
 * What a query that failed or has not answered yet shows in place of a drawing; `null` where there is an answer. One
 * that failed beside others that answered does not hide them: `failures` tells it.
 */
export function unreadOf(data: PanelData): Unread | null {
  if (data.series.length > 0) {
    return null;
  }
  const lines = failures(data);
  if (lines.length > 0 || data.state === LoadingState.Error) {
    return { state: 'failed', title: 'Cannot be read', lines };
  }
  if (isSnapshot(data)) {
    return { state: 'failed', title: 'Cannot be read', lines: [UNREAD_WHEN_KEPT] };
  }
  return data.state === LoadingState.Loading ? { state: 'running', title: 'Reading …', lines: [] } : null;
}

/** The messages of the queries that failed, each once. */
export function failures({ error, errors }: PanelData): string[] {
  const all = errors?.length ? errors : error ? [error] : [];
  return [...new Set(all.map((e) => e.message ?? e.data?.message ?? e.statusText ?? 'The query failed.'))];
}

/** Whether the tables come out of a snapshot: Grafana asks its own source for them. */
const isSnapshot = ({ request }: PanelData): boolean =>
  request?.targets.some(({ queryType }) => queryType === 'snapshot') ?? false;
