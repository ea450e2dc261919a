import { type DataFrame } from '@grafana/data';

/** What the datasource warns of: an answer that was cut, a name that it does not know. Each sentence once. */
export function warnings(series: readonly DataFrame[]): string[] {
  const notices = series.flatMap((frame) => frame.meta?.notices ?? []);
  return [...new Set(notices.filter((n) => n.severity !== 'info').map((n) => n.text))];
}
