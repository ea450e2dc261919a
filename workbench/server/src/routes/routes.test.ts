import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { ask, folderWith, realWorkbench } from '../../test/fixture';
import type { RunningWorkbench } from '../startWorkbench';

const DATASOURCE = `datasources:
  - uid: cellthread
    name: Cellthread
    type: cellthread-cells-datasource
    editable: true
    jsonData: {queryTimeout: 5s, servers: [{url: $UNSET_ADDRESS}]}
    secureJsonData: {password: hidden-secret}
  - {uid: fixed, name: Fixed, type: cellthread-cells-datasource}
`;

let workbench: RunningWorkbench;
let viewer: RunningWorkbench;
before(async () => {
  const provisioningDir = folderWith({
    'datasources/a.yaml': DATASOURCE,
    'dashboards/line.json': '{"uid":"cellthread-line","title":"Line: all","tags":["cellthread"],"panels":[]}',
    'dashboards/other.json': '{"uid":"other","title":"Other"}',
  });
  const pageDir = folderWith({
    'index.html': '<script>window.grafanaBootData = /*bootdata*/ null;</script>',
    'app/main.js': 'export {}',
  });
  const pluginsDir = folderWith({
    'panel/one/dist/plugin.json': '{"id":"p-one","type":"panel","name":"One"}',
    'panel/one/dist/module.js': 'define([], () => ({}))',
    'panel/one/secret.txt': 'no',
  });
  const options = { provisioningDir, pageDir, pluginsDir };
  workbench = await realWorkbench({
    ...options,
    user: { role: 'Admin' },
    datasource: { jsonData: { servers: [{ url: 'http://127.0.0.1:1' }] } },
  });
  viewer = await realWorkbench({ ...options, user: { role: 'Viewer' } });
});
after(() => Promise.all([workbench.stop(), viewer.stop()]));

const at = (path: string, init?: RequestInit) => fetch(`${workbench.url}${path}`, init);
/** What the asked routes answer, as far as the tests look at it. */
interface Answer {
  dashboard: { title: string };
  meta: { url: string };
  page: string;
  message: string;
  jsonData: { servers: unknown };
  results: { A: { error: string } };
}
const read = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Answer;
const json = (path: string, init?: RequestInit) => read(at(path, init));
const put = (body: unknown) => ({ method: 'PUT', body: JSON.stringify(body) });

const statusFor = (path: string, headers: Record<string, string>) =>
  new Promise((done) => get(`${workbench.url}${path}`, { headers }, (answer) => done(answer.resume().statusCode)));

test('health is ok once page and backend are there', async () => {
  const answer = await at('/api/health');
  assert.equal(answer.status, 200);
  assert.equal((await read(answer)).page, 'ok');
});

test('a dashboard comes by uid with its address, an unknown one is 404', async () => {
  const { dashboard, meta } = await json('/api/dashboards/uid/cellthread-line');
  assert.equal(dashboard.title, 'Line: all');
  assert.equal(meta.url, '/d/cellthread-line/line-all');
  const missing = await at('/api/dashboards/uid/nothing');
  assert.deepEqual([missing.status, (await read(missing)).message], [404, 'Dashboard not found']);
});

test('search finds by tag and by text', async () => {
  const titles = async (query: string) =>
    ((await (await at(`/api/search?${query}`)).json()) as Array<{ title: string }>).map(({ title }) => title);
  assert.deepEqual(await titles('tag=cellthread'), ['Line: all']);
  assert.deepEqual(await titles('query=oth'), ['Other']);
  assert.deepEqual(await titles(''), ['Line: all', 'Other']);
});

test('the address given at start stands over the provisioned one', async () => {
  assert.deepEqual((await json('/api/datasources/uid/cellthread')).jsonData.servers, [{ url: 'http://127.0.0.1:1' }]);
});

test('secrets are told by name, never by value', async () => {
  const text = await (await at('/api/datasources')).text();
  assert.match(text, /"secureJsonFields":\{"password":true\}/);
  for (const path of ['/api/datasources', '/api/datasources/uid/cellthread', '/api/frontend/settings', '/']) {
    assert.doesNotMatch(await (await at(path)).text(), /hidden-secret/);
  }
});

test('saved settings reach the running backend', async () => {
  const stored = await json('/api/datasources/uid/cellthread');
  const saved = await at(
    '/api/datasources/uid/cellthread',
    put({ ...stored, jsonData: { servers: [{ url: 'ftp://nowhere' }] } })
  );
  assert.equal(saved.status, 200);
  const { results } = await json('/api/ds/query', ask({ queryType: 'visits', station: 'filling' }));
  assert.match(results.A.error, /ftp:\/\/nowhere/);
  await at('/api/datasources/uid/cellthread', put(stored));
});

test('a datasource whose url is filled answers nothing and says why, at every route', async () => {
  const stored = await json('/api/datasources/uid/cellthread');
  await at('/api/datasources/uid/cellthread', put({ ...stored, url: 'http://127.0.0.1:1' }));
  const { results } = await json('/api/ds/query', ask({ queryType: 'visits', station: 'filling' }));
  const { message: health } = await json('/api/datasources/uid/cellthread/health');
  const { message: resource } = await json('/api/datasources/uid/cellthread/resources/sites');
  for (const said of [results.A.error, health, resource]) {
    assert.match(said, /its url is not empty/);
  }
  await at('/api/datasources/uid/cellthread', put({ ...stored, url: '' }));
});

test('a provisioned datasource that is not editable cannot be changed', async () => {
  const answer = await at('/api/datasources/uid/fixed', put({ url: 'http://x' }));
  assert.deepEqual([answer.status, (await read(answer)).message], [403, 'Cannot update read-only data source']);
});

test('only an Admin changes datasources', async () => {
  const answer = await fetch(`${viewer.url}/api/datasources/uid/cellthread`, put({ url: 'http://x' }));
  assert.equal(answer.status, 403);
});

test('a browser is to the backend whom it chose to be, and the user of the workbench where it chose nobody', async () => {
  const rights = async (cookie: string) => {
    const path = '/api/datasources/uid/cellthread/resources/rights';
    const { login, standing } = (await (await at(path, { headers: { cookie } })).json()) as Record<string, string>;
    return [login, standing];
  };
  assert.deepEqual(await rights(''), ['workbench', 'person']);
  assert.deepEqual(await rights('cellthread_user=viewer'), ['viewer', 'nobody']);
  assert.deepEqual(await rights('theme=dark; cellthread_user=editor-2'), ['editor-2', 'person']);
  assert.deepEqual(await rights('cellthread_user='), ['', 'nobody']);
  const save = await at('/api/datasources/uid/cellthread', {
    ...put({}),
    headers: { cookie: 'cellthread_user=editor-1' },
  });
  assert.equal(save.status, 403);
});

test('a query for an unknown datasource is 404, without queries 400, with an absurd range 400', async () => {
  const status = async (body: unknown) =>
    (await at('/api/ds/query', { method: 'POST', body: JSON.stringify(body) })).status;
  const query = { refId: 'A', datasource: { uid: 'cellthread' } };
  assert.equal(await status({ from: 'now-1h', to: 'now', queries: [{ ...query, datasource: { uid: 'x' } }] }), 404);
  assert.equal(await status({ from: 'now-1h', to: 'now', queries: [] }), 400);
  assert.equal(await status({ from: 'soon', to: 'now', queries: [query] }), 400);
  assert.equal((await at('/api/ds/query', { method: 'POST', body: 'no json' })).status, 400);
});

test('a resource of the backend that does not exist is its own 404', async () => {
  assert.equal((await at('/api/datasources/uid/cellthread/resources/nothing-here')).status, 404);
});

test('without a broker no alert rule is evaluated, and the routes of alerting say so', async () => {
  for (const path of ['/api/inbox', '/api/prometheus/grafana/api/v1/rules']) {
    const answer = await at(path);
    assert.deepEqual([answer.status, /--mqtt/.test((await read(answer)).message)], [404, true]);
  }
});

test('plugin files are served from dist and from nowhere else', async () => {
  assert.equal((await at('/public/plugins/p-one/module.js')).status, 200);
  for (const path of [
    '/public/plugins/p-one/..%2fsecret.txt',
    '/public/plugins/p-two/module.js',
    '/public/..%2f..%2fetc/passwd',
  ]) {
    assert.equal((await at(path)).status, 404, path);
  }
});

test('an unchanged file is not sent twice', async () => {
  const first = await at('/public/app/main.js');
  // As a browser asks: fetch would add that it wants the file whatever the cache holds.
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  assert.equal(await statusFor('/public/app/main.js', headers), 304);
  assert.equal(await statusFor('/public/app/main.js', { 'if-none-match': '"another"' }), 200);
});

test('an address that is not validly encoded is 400', async () => {
  assert.equal(await statusFor('/api/dashboards/uid/%zz', {}), 400);
});

test('every page address gives the page with its boot data; an unknown API address is 404', async () => {
  const html = await (await at('/d/cellthread-line/line?theme=light')).text();
  assert.match(html, /"theme":"light"/);
  assert.match(html, /"p-one"/);
  assert.equal((await at('/api/nothing')).status, 404);
});

test('a name that merely resolves to this machine, and other pages, are refused', async () => {
  assert.equal(await statusFor('/api/datasources', { host: 'rebound.example' }), 403);
  assert.equal(await statusFor('/api/datasources', { origin: 'http://elsewhere.example' }), 403);
  assert.equal(await statusFor('/api/datasources', { origin: workbench.url }), 200);
});
