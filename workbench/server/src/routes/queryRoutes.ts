import type { Route } from '../http/Router';
import { HttpError } from '../http/HttpError';
import type { DataQuery, QueryDataResponse } from '../plugin/messages';
import { queryAnswer } from '../plugin/queryAnswer';
import type { Workbench } from '../Workbench';
import { findDatasource } from './findDatasource';
import { parseTime } from './parseTime';
import { pluginFailure } from './pluginFailure';

interface BrowserQuery {
  refId?: string;
  queryType?: string;
  maxDataPoints?: number;
  intervalMs?: number;
  datasource?: { uid?: string };
  timeRange?: { from: unknown; to: unknown };
}

interface QueryBody {
  queries?: BrowserQuery[];
  from?: unknown;
  to?: unknown;
}

/** One entry of the request. The plugin reads its own part from `json`, which is the entry as the browser sent it. */
function dataQuery(query: BrowserQuery, body: QueryBody, now: number): DataQuery {
  const range = query.timeRange ?? body;
  return {
    refId: query.refId ?? 'A',
    queryType: query.queryType ?? '',
    maxDataPoints: query.maxDataPoints ?? 100,
    intervalMS: Math.max(1, Math.round(query.intervalMs ?? 1000)),
    timeRange: { fromEpochMS: parseTime(range.from, now), toEpochMS: parseTime(range.to, now) },
    json: Buffer.from(JSON.stringify(query)),
  };
}

/** `POST /api/ds/query`: the queries grouped by datasource, asked at once, answered as one. */
export function queryRoutes(workbench: Workbench): Route[] {
  return [
    {
      methods: ['POST'],
      path: '/api/ds/query',
      handle: async (exchange) => {
        const body = await exchange.jsonBody<QueryBody>();
        if (!body.queries?.length) {
          throw new HttpError(400, 'no queries found');
        }
        const now = Date.now();
        const groups = new Map<string, DataQuery[]>();
        for (const query of body.queries) {
          const uid = findDatasource(workbench, query.datasource?.uid ?? '').uid;
          groups.set(uid, [...(groups.get(uid) ?? []), dataQuery(query, body, now)]);
        }
        const client = await workbench.plugin.client();
        const answers = await Promise.all(
          [...groups].map(([uid, queries]) => {
            const pluginContext = workbench.contextOf(findDatasource(workbench, uid), exchange);
            return client.queryData({ pluginContext, headers: {}, queries, format: 'JSON' }, exchange.signal);
          })
        ).catch((error) => {
          throw pluginFailure(error);
        });
        const merged: QueryDataResponse = { responses: Object.assign({}, ...answers.map((a) => a.responses)) };
        const answer = queryAnswer(merged);
        exchange.bytes(answer.body, 'application/json', answer.status);
      },
    },
  ];
}
