import type { IncomingHttpHeaders } from 'node:http';
import type { Route } from '../http/Router';
import type { Workbench } from '../Workbench';
import { findDatasource } from './findDatasource';
import { pluginFailure } from './pluginFailure';

const HOP_BY_HOP = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive', 'upgrade']);

function forwarded(headers: IncomingHttpHeaders): Record<string, { values: string[] }> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'cookie' && !HOP_BY_HOP.has(name))
      .map(([name, value]) => [name, { values: Array.isArray(value) ? value : [value ?? ''] }])
  );
}

/** `/api/datasources/uid/<uid>/health` and `/resources/<path>`: the plugin's CheckHealth and CallResource. */
export function resourceRoutes(workbench: Workbench): Route[] {
  return [
    {
      methods: ['GET'],
      path: '/api/datasources/uid/:uid/health',
      handle: async (exchange) => {
        const context = workbench.contextOf(findDatasource(workbench, exchange.param('uid')), exchange);
        const client = await workbench.plugin.client();
        const health = await client.checkHealth(context, exchange.signal).catch((error) => {
          throw pluginFailure(error);
        });
        const details = health.jsonDetails.length ? { details: JSON.parse(health.jsonDetails.toString('utf8')) } : {};
        exchange.json(
          { message: health.message, status: health.status, ...details },
          health.status === 'OK' ? 200 : 400
        );
      },
    },
    {
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      path: '/api/datasources/uid/:uid/resources/*',
      handle: async (exchange) => {
        const pluginContext = workbench.contextOf(findDatasource(workbench, exchange.param('uid')), exchange);
        const path = exchange.rest;
        const body = await exchange.body();
        const client = await workbench.plugin.client();
        const answer = await client
          .callResource(
            {
              pluginContext,
              path,
              method: exchange.method,
              url: path + exchange.url.search,
              headers: forwarded(exchange.request.headers),
              body,
            },
            exchange.signal
          )
          .catch((error) => {
            throw pluginFailure(error);
          });
        const headers = Object.entries(answer.headers)
          .map(([name, { values }]) => [name.toLowerCase(), values.join(', ')] as const)
          .filter(([name]) => name !== 'set-cookie' && !HOP_BY_HOP.has(name));
        exchange.response.writeHead(answer.code, Object.fromEntries(headers));
        exchange.response.end(answer.body);
      },
    },
  ];
}
