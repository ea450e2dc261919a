import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log';
import { Exchange } from './Exchange';
import { HttpError } from './HttpError';
import { loopbackOnly } from './loopbackOnly';

/** A route: methods, a path pattern with `:name` for one segment and a last `*name` for the rest, and its handler. */
export interface Route {
  methods: string[];
  path: string;
  handle: (exchange: Exchange) => void | Promise<void>;
}

/** `/a/:id/*rest` as an expression with named groups. */
function compile(path: string): RegExp {
  const source = path
    .replace(/[.$()+]/g, '\\$&')
    .replace(/\*(\w+)$/, '(?<$1>.*)')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

function decode(groups: Record<string, string> | undefined): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]));
  } catch {
    throw new HttpError(400, 'the address is not validly percent-encoded');
  }
}

/** An HTTP server over the first route that fits; failures become Grafana's JSON. */
export function routedServer(routes: Route[], log: Log): Server {
  const table = routes.map((route) => ({ ...route, pattern: compile(route.path) }));

  async function answer(exchange: Exchange): Promise<void> {
    loopbackOnly(exchange);
    for (const { methods, pattern, handle } of table) {
      const match = methods.includes(exchange.method) && pattern.exec(exchange.url.pathname);
      if (match) {
        exchange.params = decode(match.groups);
        return handle(exchange);
      }
    }
    throw new HttpError(404, 'Not found');
  }

  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const exchange = new Exchange(request, response);
    answer(exchange).catch((error: Error) => {
      if (exchange.signal.aborted) {
        return; // The browser left; there is nobody to answer.
      }
      const failure = error instanceof HttpError ? error : new HttpError(500, error.message);
      if (failure.status >= 500) {
        log('error', `${exchange.method} ${exchange.url.pathname}: ${error.message}`);
      }
      if (response.headersSent) {
        response.destroy();
      } else {
        exchange.json(failure.body(), failure.status);
      }
    });
  });
}
