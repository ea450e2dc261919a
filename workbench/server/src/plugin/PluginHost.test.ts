import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { alive, ask, eventually, folderWith, pluginBinary, realWorkbench, root } from '../../test/fixture';
import { PluginHost } from './PluginHost';

const visits = {
  queryType: 'visits',
  station: 'filling',
  characteristics: ['fill_mass'],
  visits: 'first',
  filters: [],
};

test('the real backend answers health, resources and queries through Grafana’s routes', async () => {
  const workbench = await realWorkbench();
  try {
    const health = await fetch(`${workbench.url}/api/datasources/uid/cellthread/health`);
    assert.equal(health.status, 400);
    assert.match(JSON.stringify(await health.json()), /"status":"ERROR".*|No URL is set/);

    const vocabulary = await fetch(`${workbench.url}/api/datasources/uid/cellthread/resources/vocabulary`);
    assert.equal(vocabulary.status, 200);
    assert.equal(typeof (await vocabulary.json()), 'object');

    const query = await fetch(`${workbench.url}/api/ds/query`, ask(visits));
    assert.equal(query.status, 400);
    const { results } = (await query.json()) as { results: { A: { error: string; status: number; frames: [] } } };
    assert.match(results.A.error, /URL/);
    assert.ok(results.A.status >= 400);
    assert.deepEqual(results.A.frames, []);
  } finally {
    await workbench.stop();
  }
});

test('a backend that is killed is started again and answers', async () => {
  const workbench = await realWorkbench();
  try {
    const first = workbench.pluginPid();
    assert.ok(first);
    process.kill(first, 'SIGKILL');
    const second = await eventually('another process', () => {
      const pid = workbench.pluginPid();
      return pid !== first ? pid : undefined;
    });
    assert.notEqual(second, first);
    const health = await fetch(`${workbench.url}/api/datasources/uid/cellthread/resources/vocabulary`);
    assert.equal(health.status, 200);
    const { plugin } = (await (await fetch(`${workbench.url}/api/health`)).json()) as { plugin: { restarts: number } };
    assert.equal(plugin.restarts, 1);
  } finally {
    await workbench.stop();
  }
});

test('a query that the browser gives up is given up at the database', async () => {
  const connections = new Set<Socket>();
  const silent = createServer((socket) =>
    connections.add(socket.on('close', () => connections.delete(socket)).resume())
  );
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const workbench = await realWorkbench({ datasource: { jsonData: { servers: [{ url }] } } });
  try {
    const leave = new AbortController();
    const answer = fetch(`${workbench.url}/api/ds/query`, { ...ask(visits), signal: leave.signal });
    await eventually('the backend asking the database', () => connections.size > 0 || undefined);
    leave.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    await eventually('the backend hanging up', () => connections.size === 0 || undefined);
  } finally {
    await workbench.stop();
    silent.close();
  }
});

test('stopping the workbench ends the backend', async () => {
  const workbench = await realWorkbench();
  const pid = workbench.pluginPid();
  assert.ok(pid && alive(pid));
  await workbench.stop();
  assert.equal(alive(pid), false);
});

test('the backend dies with a workbench that is killed hard', { skip: process.platform !== 'linux' }, async () => {
  const main = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'workbench/server/src/main.ts',
      '--port',
      '0',
      '--plugin',
      pluginBinary,
      '--provisioning',
      folderWith({}),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }
  );
  const [line] = (await once(main.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0];
  const { plugin } = (await (await fetch(`${url}/api/health`)).json()) as { plugin: { pid: number } };
  assert.ok(alive(plugin.pid));
  main.kill('SIGKILL');
  await eventually('the end of the backend', () => !alive(plugin.pid) || undefined);
});

test('a file that is no plugin is refused with its name and what it said', async () => {
  const start = PluginHost.start(process.execPath, '13.2.2', () => undefined);
  await assert.rejects(
    start,
    (error: Error) => error.message.includes(process.execPath) && /could not be started/.test(error.message)
  );
});

test('a missing file is refused', async () => {
  await assert.rejects(
    PluginHost.start('/nowhere/gpx', '13.2.2', () => undefined),
    /\/nowhere\/gpx could not be started/
  );
});
