import { createServer, connect, type Socket, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port of its own before a server of this machine; closed, it refuses and drops connections as a dead server would. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = createServer((client) => {
      const upstream = connect(this.target);
      for (const socket of [client, upstream]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.sockets.delete(socket));
      }
      client.pipe(upstream).pipe(client);
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
    this.sockets.forEach((socket) => socket.destroy());
    await closed;
  }
}
