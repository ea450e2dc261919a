import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Exchange } from './Exchange';
import { HttpError } from './HttpError';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Answers with the file `path` of `folder`, or 404. Unchanged files answer 304; a path cannot leave the folder. */
export async function sendFile(exchange: Exchange, folder: string, path: string): Promise<void> {
  const file = normalize(join(folder, path));
  const stat = file.startsWith(folder + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!stat?.isFile()) {
    throw new HttpError(404, 'Not found');
  }
  const etag = `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}"`;
  const headers = {
    etag,
    'cache-control': 'no-cache',
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
  };
  if (exchange.request.headers['if-none-match'] === etag) {
    exchange.response.writeHead(304, headers).end();
    return;
  }
  exchange.response.writeHead(200, { ...headers, 'content-length': stat.size });
  if (exchange.method === 'HEAD') {
    exchange.response.end();
    return;
  }
  await pipeline(createReadStream(file), exchange.response);
}
