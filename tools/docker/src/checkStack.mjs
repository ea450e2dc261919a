// Asks a stack of docker compose whether it works: Grafana, its dashboards and data source, the keeper, closed doors, and whether
// what the simulated line sent is stored. Prints the number of stored results. It stores one note, however often it asks.
//   node tools/docker/src/checkStack.mjs [--stored N]    N: at least so many must be stored
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { stored: { type: 'string', default: '1' } } });
const grafana = `http://127.0.0.1:${process.env.CELLTHREAD_GRAFANA_PORT ?? 3000}`;
const influx = `http://127.0.0.1:${process.env.CELLTHREAD_INFLUX_PORT ?? 8086}`;
const secret = (name) => compose('exec', '-T', 'grafana', 'cat', `/run/cellthread/${name}`).trim();
const admin = basic(process.env.CELLTHREAD_ADMIN_USER ?? 'admin', secret('grafana_admin'));
const reader = basic('cellthread_read', secret('influxdb_read'));
const writer = basic('cellthread_event', secret('influxdb_event'));

await check('Grafana answers', async () => (await ask(`${grafana}/api/health`)).database === 'ok');
await check('the four dashboards are there, also for a Viewer without login', async () => {
  const found = await ask(`${grafana}/api/search?tag=cellthread`);
  return ['line', 'station', 'characteristic', 'cell'].every((name) =>
    found.some(({ uid }) => uid === `cellthread-${name}`)
  );
});
await check('the data source reaches the database', async () => {
  const { status } = await ask(`${grafana}/api/datasources/uid/cellthread/health`, admin);
  return status === 'OK';
});
await check('no path of the database is handed on', async () => {
  const answers = [undefined, admin].map((authorization) =>
    fetch(`${grafana}/api/datasources/proxy/uid/cellthread/query?q=SHOW+DATABASES`, { headers: headers(authorization) })
  );
  return (await Promise.all(answers)).every(({ ok }) => !ok);
});
await check('the database refuses who has no login', async () => {
  return (await fetch(`${influx}/query?q=SHOW+DATABASES`)).status === 401;
});
await check('alert rules are evaluated', async () => {
  const { data } = await ask(`${grafana}/api/prometheus/grafana/api/v1/rules`, admin);
  const rules = data.groups.flatMap((group) => group.rules);
  return rules.length > 0 && rules.every(({ health }) => health === 'ok');
});
await check('a note is stored with a login, and none without', async () => {
  const [{ value: site }] = await ask(`${grafana}/api/datasources/uid/cellthread/resources/sites`, admin);
  const told = await note(site, admin);
  if (!told.ok) {
    throw new Error(`${told.status} ${await told.text()}`);
  }
  return (await note(site)).status === 403;
});
await check('who reads the database writes nothing, and who writes events reads nothing', async () => {
  const write = await fetch(`${influx}/write?db=cellthread_record`, {
    method: 'POST',
    headers: headers(reader),
    body: 'event,site=none,kind=note,bucket=0 text="no"',
  });
  const read = await fetch(`${influx}/query?db=cellthread_record&q=SHOW+MEASUREMENTS`, { headers: headers(writer) });
  return write.status === 403 && read.status === 403;
});
await check('the keeper looks, holds and tells the line', async () => {
  const tasks = await keeperTasks();
  const stopped = ['hold', 'hold-compared', 'command', 'held'].filter((task) => !(tasks[task] < 120_000));
  if (stopped.length) {
    throw new Error(`no word of the last two minutes of ${stopped.join(', ')} (docker compose logs keeper)`);
  }
  return true;
});

let sent = 0;
let stored = 0;
await check('what the line sent is stored', async () => {
  sent = resultsSent();
  stored = await resultsStored();
  return sent > 0 && stored >= sent && stored >= Number(values.stored);
});
process.stderr.write(`  ${sent} results sent since the line was started, ${stored} stored\n`);
process.stdout.write(`${stored}\n`);

/** Waits, a minute and a half at most: parts that have just started need a moment. */
async function check(what, holds) {
  let why = 'no';
  for (let tries = 0; tries < 90; tries++) {
    try {
      if (await holds()) {
        process.stderr.write(`✓ ${what}\n`);
        return;
      }
      why = 'no';
    } catch (error) {
      why = error.message;
    }
    await sleep(1000);
  }
  process.stderr.write(`✗ ${what}: ${why}\n`);
  process.exit(1);
}

function resultsSent() {
  const lines = compose('logs', '--no-log-prefix', 'simulator').split('\n');
  // Counted from each start of the simulator; the last line is that of the running one.
  return Number(/(\d+) results,/.exec(lines.filter((line) => line.includes(' results,')).at(-1) ?? '')?.[1] ?? NaN);
}

/** How long ago each task of the keeper did all that it should, in ms. */
async function keeperTasks() {
  const query = new URLSearchParams({
    db: 'cellthread_record',
    q: 'SELECT last("looked_ms") FROM "keeper" WHERE time > now() - 2d GROUP BY "task"',
  });
  const { results } = await ask(`${influx}/query?${query}`, reader);
  return Object.fromEntries(
    (results[0].series ?? []).map(({ tags, values: [[, looked]] }) => [tags.task, Date.now() - looked])
  );
}

/** Under its key it is stored once. */
function note(site, authorization) {
  return fetch(`${grafana}/api/datasources/uid/cellthread/resources/events`, {
    method: 'POST',
    headers: { ...headers(authorization), 'Content-Type': 'application/json', 'Idempotency-Key': 'check-of-the-stack' },
    body: JSON.stringify({ kind: 'note', site, text: 'The stack was checked.' }),
  });
}

async function resultsStored() {
  const query = new URLSearchParams({ db: 'cellthread_visits', q: 'SELECT count("source_ms") FROM /./' });
  const { results } = await ask(`${influx}/query?${query}`, reader);
  return (results[0].series ?? []).reduce((sum, { values: [[, count]] }) => sum + count, 0);
}

async function ask(url, authorization) {
  const answer = await fetch(url, { headers: headers(authorization) });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${(await answer.text()).slice(0, 200)}`);
  }
  return answer.json();
}

function headers(authorization) {
  return authorization ? { authorization } : {};
}

function basic(user, password) {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function compose(...words) {
  const { status, stdout, stderr } = spawnSync('docker', ['compose', ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) {
    process.stderr.write(`docker compose ${words.join(' ')}: ${stderr}\n`);
    process.exit(1);
  }
  return stdout;
}
