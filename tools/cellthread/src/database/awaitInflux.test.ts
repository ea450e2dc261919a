import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { awaitInflux } from './awaitInflux';

test('a database that comes later is awaited', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));

  const waited = awaitInflux(`http://127.0.0.1:${port}`, 30).then(() => asked);
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await waited).toBe(1);
  await new Promise((resolve) => server.close(resolve));
});

test('nobody waits longer than was said', async () => {
  await expect(awaitInflux('http://127.0.0.1:9', 0.2)).resolves.toBeUndefined();
});
