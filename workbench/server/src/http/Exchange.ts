import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError } from './HttpError';

const MAX_BODY = 32 * 1024 * 1024;

/** One HTTP request and its answer. `signal` aborts when the browser leaves before the answer is complete. */
export class Exchange {
  readonly url: URL;
  readonly signal: AbortSignal;
  /** What stood in the places of the route's path, percent-decoded. */
  params: Record<string, string | undefined> = {};

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse
  ) {
    this.url = new URL(request.url ?? '/', 'http://localhost');
    const gone = new AbortController();
    response.on('close', () => response.writableFinished || gone.abort());
    this.signal = gone.signal;
  }

  get method(): string {
    return this.request.method ?? 'GET';
  }

  param(name: string): string {
    return this.params[name] ?? '';
  }

  /** What stood in the place of a path's last `*`. */
  get rest(): string {
    return this.param('*');
  }

  async body(): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of this.request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MAX_BODY) {
        throw new HttpError(413, `the request body is larger than ${MAX_BODY / 1024 / 1024} MB`);
      }
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  async jsonBody<T>(): Promise<T> {
    const text = (await this.body()).toString('utf8');
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new HttpError(400, 'bad request data');
    }
  }

  json(value: unknown, status = 200): void {
    this.bytes(Buffer.from(JSON.stringify(value)), 'application/json; charset=UTF-8', status);
  }

  bytes(body: Buffer, contentType: string, status = 200, headers: Record<string, string> = {}): void {
    this.response.writeHead(status, { 'content-type': contentType, 'content-length': body.length, ...headers });
    this.response.end(this.method === 'HEAD' ? undefined : body);
  }
}
