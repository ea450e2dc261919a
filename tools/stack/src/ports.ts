import net from 'node:net';
import { StackError } from '@cellthread/install';

/** The ports of one stack, counted from a base. */
export interface Ports {
  workbench: number;
  mqtt: number;
  influx: number;
  influxRpc: number;
}

/** The layout of ports above a base. */
export function portsFrom(base: number): Ports {
  return { workbench: base, mqtt: base + 1, influx: base + 2, influxRpc: base + 3 };
}

/** Throws a sentence naming the first port that somebody else holds. */
export async function assertFree(ports: Ports): Promise<void> {
  for (const [part, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      throw new StackError(
        `Port ${port} (for ${part}) is taken by another program. Choose other ports with --port-base N, or stop that program.`
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A base above which the four ports of a stack are free at this moment: for tests that run side by side. */
export async function freePortBase(from = 20_000): Promise<number> {
  for (let base = from + (process.pid % 400) * 20; base < 60_000; base += 20) {
    const free = await Promise.all(Object.values(portsFrom(base)).map(isFree));
    if (free.every(Boolean)) {
      return base;
    }
  }
  throw new StackError('No four free ports were found on this machine.');
}
