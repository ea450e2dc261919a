import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../http/Router';
import { HttpError } from '../http/HttpError';
import { sendFile } from '../http/sendFile';
import { chosenUser } from '../users';
import type { Workbench } from '../Workbench';
import { bootData } from './bootData';
import { frontendSettings } from './frontendSettings';

const GET: Route['methods'] = ['GET', 'HEAD'];
const MISSING = 'the page is not built: run `node workbench/build.mjs`';

/** The page itself, its files, the plugins' files, and the small routes a browser asks for at start. */
export function pageRoutes(workbench: Workbench): Route[] {
  return [
    { methods: GET, path: '/api/frontend/settings', handle: (exchange) => exchange.json(frontendSettings(workbench)) },
    {
      methods: GET,
      path: '/api/health',
      handle: (exchange) => {
        const page = existsSync(join(workbench.pageDir, 'index.html'));
        const plugin = workbench.plugin.pid() !== undefined;
        exchange.json(
          {
            database: 'ok',
            version: workbench.version,
            page: page ? 'ok' : MISSING,
            plugin: { running: plugin, pid: workbench.plugin.pid(), restarts: workbench.plugin.restarts() },
          },
          page && plugin && workbench.ready() ? 200 : 503
        );
      },
    },
    { methods: GET, path: '/api/annotations', handle: (exchange) => exchange.json([]) },
    {
      methods: GET,
      path: '/api/plugins/:id/settings',
      handle: (exchange) => {
        const plugin = workbench.plugins().find(({ id }) => id === exchange.param('id'));
        if (!plugin) {
          throw new HttpError(404, 'Plugin not found, no installed plugin with that id');
        }
        const { id, type, json } = plugin;
        const root = `public/plugins/${id}`;
        exchange.json({ ...json, id, type, enabled: true, module: `${root}/module.js`, baseUrl: root });
      },
    },
    {
      methods: GET,
      path: '/public/plugins/:id/*',
      handle: (exchange) => {
        const plugin = workbench.plugins().find(({ id }) => id === exchange.param('id'));
        if (!plugin) {
          throw new HttpError(404, 'Plugin not found');
        }
        return sendFile(exchange, plugin.folder, exchange.rest);
      },
    },
    {
      methods: GET,
      path: '/public/*',
      handle: (exchange) => sendFile(exchange, workbench.pageDir, exchange.rest),
    },
    {
      methods: GET,
      path: '/favicon.ico',
      handle: (exchange) => sendFile(exchange, workbench.pageDir, 'img/favicon.svg'),
    },
    { methods: GET, path: '/api/*', handle: () => Promise.reject(new HttpError(404, 'Not found')) },
    {
      methods: GET,
      path: '/*',
      handle: (exchange) => {
        const file = join(workbench.pageDir, 'index.html');
        if (!existsSync(file)) {
          throw new HttpError(503, MISSING);
        }
        const user = chosenUser(workbench.user, exchange.request.headers.cookie);
        const data = JSON.stringify(bootData(workbench, user, exchange.url.searchParams)).replace(/</g, '\\u003c');
        const html = readFileSync(file, 'utf8').replace('/*bootdata*/ null', () => data);
        exchange.bytes(Buffer.from(html), 'text/html; charset=utf-8', 200, { 'cache-control': 'no-store' });
      },
    },
  ];
}
