import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a database may fail to answer, each on a port that still listens. */
export type Failing = 'stalls' | 'answers 500' | 'breaks off';

/** A port of its own before an HTTP server of this machine: it passes all on, fails in some way, or is closed as a dead one. */
export class Gate {
  private server: Server | null = null;
  private port = 0;
  private manner: Failing | null = null;

  constructor(private readonly target: { host: string; port: number }) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, and passes on or fails in the given way. */
  async open(manner: Failing | null = null): Promise<void> {
    this.manner = manner;
    if (this.server) {
      return;
    }
    const server = createServer((asked, answer) => this.answer(asked, answer));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  /** Refuses and drops connections. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
    server?.closeAllConnections();
    await closed;
  }

  private answer(asked: IncomingMessage, answer: ServerResponse): void {
    if (this.manner === 'stalls') {
      asked.resume();
      return;
    }
    if (this.manner === 'answers 500') {
      answer.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":"engine: cache-max-memory-size"}');
      return;
    }
    const { method, url, headers } = asked;
    const upstream = request({ ...this.target, method, path: url, headers }, (given) => {
      if (this.manner === 'breaks off') {
        void half(given).then((bytes) => answer.end(bytes));
        return;
      }
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    upstream.on('error', () => answer.destroy());
    answer.on('close', () => upstream.destroy());
    asked.pipe(upstream);
  }
}

/** The first half of an answer. */
async function half(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) {
    parts.push(part as Buffer);
  }
  const whole = Buffer.concat(parts);
  return whole.subarray(0, whole.length >> 1);
}
