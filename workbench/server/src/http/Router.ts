import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { Log } from '../log';
import { Exchange } from './Exchange';
import { HttpError } from './HttpError';
import { loopbackOnly } from './loopbackOnly';

/** A route: methods, a path with `:name` for one segment and a last `*` for the rest, and its handler. */
export interface Route {
  methods: HTTPMethod[];
  path: string;
  handle: (exchange: Exchange) => void | Promise<void>;
}

/** Of what stands in one segment of a path, characters. */
const LONGEST_NAME = 1024;

/** An HTTP server over the route that fits most closely; failures become Grafana's JSON. */
export function routedServer(routes: Route[], log: Log): Server {
  // With a handler for it, an address that cannot be decoded is found, and stores nothing.
  const table = findMyWay({ maxParamLength: LONGEST_NAME, onBadUrl: () => undefined });
  for (const { methods, path, handle } of routes) {
    table.on(methods, path, () => undefined, { handle });
  }

  async function answer(exchange: Exchange): Promise<void> {
    loopbackOnly(exchange);
    const found = table.find(exchange.method as HTTPMethod, exchange.url.pathname);
    if (!found) {
      throw new HttpError(404, 'Not found');
    }
    if (!found.store) {
      throw new HttpError(400, 'the address is not validly percent-encoded');
    }
    exchange.params = found.params;
    return (found.store as Pick<Route, 'handle'>).handle(exchange);
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
