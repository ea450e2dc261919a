import type { PluginClient } from '../../plugin/PluginClient';
import type { PluginContext } from '../../plugin/messages';
import type { AlertRule, RuleQuery } from '../rules/AlertRule';

/** How long an evaluation may take, as in Grafana. */
const TIMEOUT_MS = 30_000;

/** What Grafana fills in where a rule's model says nothing. */
const DEFAULTS = { intervalMs: 1000, maxDataPoints: 43_200 };

/** The datasources that rules ask. */
export interface Sources {
  client: () => Promise<PluginClient>;
  /** The context of a datasource for the alert scheduler, by uid; undefined where there is none. */
  contextOf: (uid: string) => PluginContext | undefined;
}

/** The headers by which a datasource knows that an alert rule asks. */
export const alertHeaders = ({ uid, title, folder }: AlertRule): Record<string, string> => ({
  FromAlert: 'true',
  'X-Cache-Skip': 'true',
  'X-Grafana-Org-Id': '1',
  'http_X-Rule-Name': encodeURIComponent(title),
  'http_X-Rule-Uid': encodeURIComponent(uid),
  'http_X-Rule-Folder': encodeURIComponent(folder),
  'http_X-Rule-Type': 'alerting',
});

/** Asks one query as of a moment (Unix ms). @returns its frames; throws what the datasource says of a failure */
export async function askQuery(
  { client, contextOf }: Sources,
  query: RuleQuery,
  atMs: number,
  headers: Record<string, string>
): Promise<Buffer[]> {
  const pluginContext = contextOf(query.datasourceUid);
  if (!pluginContext) {
    throw new Error(`there is no data source with uid "${query.datasourceUid}"`);
  }
  const model = { ...DEFAULTS, ...query.model };
  const asked = {
    refId: query.refId,
    queryType: query.queryType || String(query.model['queryType'] ?? ''),
    maxDataPoints: Number(model.maxDataPoints),
    intervalMS: Number(model.intervalMs),
    timeRange: { fromEpochMS: atMs - query.fromS * 1000, toEpochMS: atMs - query.toS * 1000 },
    json: Buffer.from(JSON.stringify(model)),
  };
  const plugin = await client();
  const { responses } = await plugin.queryData(
    { pluginContext, headers, queries: [asked], format: 'JSON' },
    AbortSignal.timeout(TIMEOUT_MS)
  );
  const answer = responses[query.refId];
  if (answer?.error) {
    throw new Error(answer.error);
  }
  return answer?.frames ?? [];
}
