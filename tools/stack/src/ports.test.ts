import net from 'node:net';
import { assertFree, freePortBase, portsFrom } from './ports';

it('a taken port is named with the part that wants it and the way out', async () => {
  const ports = portsFrom(await freePortBase());
  await assertFree(ports);
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(ports.influx, '127.0.0.1', resolve));
  await expect(assertFree(ports)).rejects.toThrow(
    `Port ${ports.influx} (for influx) is taken by another program. Choose other ports with --port-base N, or stop that program.`
  );
  await new Promise((resolve) => other.close(resolve));
});
