import { randomUUID } from 'node:crypto';
import type { Route } from '../http/Router';
import { HttpError } from '../http/HttpError';
import type { Workbench } from '../Workbench';
import { findDatasource } from './findDatasource';

/** One open page: how to write to it, and the channels it listens to. */
interface Page {
  send: (channel: string, frame: Buffer) => void;
  leave: Map<string, () => void>;
}

const KEEP_ALIVE_MS = 15_000;

/** `ds/<uid>/<path>`, the only scope the workbench knows. */
function parseChannel(channel: string): { uid: string; path: string } {
  const match = /^ds\/([^/]+)\/([A-Za-z0-9_\-/=.]+)$/.exec(channel);
  if (!match || channel.length > 160) {
    throw new HttpError(
      400,
      `"${channel.slice(0, 200)}" is not a datasource channel (ds/<uid>/<path>, at most 160 characters)`
    );
  }
  return { uid: match[1] ?? '', path: match[2] ?? '' };
}

/**
 * Live data: `GET /api/live/events` keeps one event stream a page open; its first event names the page. With that name
 * the page POSTs `{page, channel}` to `/api/live/subscribe` and `/unsubscribe`. A frame arrives as `{channel, frame}`.
 */
export function liveRoutes(workbench: Workbench): Route[] {
  const pages = new Map<string, Page>();

  async function namedPage(body: { page?: string }): Promise<Page> {
    const page = pages.get(body.page ?? '');
    if (!page) {
      throw new HttpError(404, 'unknown page: its event stream is closed');
    }
    return page;
  }

  return [
    {
      methods: ['GET'],
      path: '/api/live/events',
      handle: ({ response, signal }) => {
        const name = randomUUID();
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(`event: page\ndata: ${JSON.stringify(name)}\n\n`);
        const leave = new Map<string, () => void>();
        const send = (channel: string, frame: Buffer) => {
          response.write(`data: {"channel":${JSON.stringify(channel)},"frame":${frame.toString('utf8')}}\n\n`);
        };
        pages.set(name, { send, leave });
        const beat = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
        signal.addEventListener('abort', () => {
          clearInterval(beat);
          pages.delete(name);
          leave.forEach((go) => go());
        });
      },
    },
    {
      methods: ['POST'],
      path: '/api/live/subscribe',
      handle: async (exchange) => {
        const body = await exchange.jsonBody<{ page?: string; channel?: string }>();
        const channel = body.channel ?? '';
        const page = await namedPage(body);
        const { uid, path } = parseChannel(channel);
        findDatasource(workbench, uid);
        const { first, leave } = await workbench.live
          .subscribe(uid, path, (frame) => page.send(channel, frame))
          .catch((error: Error) => {
            throw new HttpError(error.message === 'permission denied' ? 403 : 404, error.message);
          });
        page.leave.get(channel)?.();
        page.leave.set(channel, leave);
        if (!pages.has(body.page ?? '')) {
          leave();
        }
        exchange.json({ first: first.length ? JSON.parse(first.toString('utf8')) : null });
      },
    },
    {
      methods: ['POST'],
      path: '/api/live/unsubscribe',
      handle: async (exchange) => {
        const body = await exchange.jsonBody<{ page?: string; channel?: string }>();
        const page = await namedPage(body);
        page.leave.get(body.channel ?? '')?.();
        page.leave.delete(body.channel ?? '');
        exchange.json({});
      },
    },
  ];
}
