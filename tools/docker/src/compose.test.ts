import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { pluginFolders, root } from '@cellthread/install';

interface Service {
  image?: string;
  build?: { context: string; target: string };
  volumes?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  restart?: string;
  logging?: { options: Record<string, string> };
}

const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
/** As compose reads it where no variable is set. */
const read = (variables: Record<string, string> = {}) =>
  text.replace(/(?<!\$)\$\{(\w+):-([^}]*)\}/g, (_, name: string, otherwise: string) => variables[name] ?? otherwise);
const compose = parse(read(), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const grafana = compose.services.grafana!;
const packageOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
    name: string;
    workspaces?: string[];
    dependencies?: Record<string, string>;
  };
const workspaces = globSync(
  packageOf('.').workspaces!.map((pattern) => `${pattern}/package.json`),
  { cwd: root }
).map((file) => path.dirname(file));

it('every file and folder that is mounted exists, and every named volume is declared', () => {
  const mounts = services.flatMap(([, service]) => service.volumes ?? []).map((mount) => mount.split(':')[0]!);
  expect(mounts.filter((source) => source.startsWith('.') && !existsSync(path.join(root, source)))).toEqual([]);
  expect(mounts.filter((source) => !source.startsWith('.') && !(source in compose.volumes))).toEqual([]);
});

it('every variable has a default', () => {
  const used = [...text.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].map((match) => match[1]!);
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((variable) => !variable.includes(':-'))).toEqual([]);
});

it('docs/docker.md names every variable', () => {
  const documented = readFileSync(path.join(root, 'docs/docker.md'), 'utf8')
    .replaceAll('…_TLS', 'CELLTHREAD_MQTT_TLS')
    .match(/CELLTHREAD_\w+/g);
  const used = [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map((match) => match[1]!);
  expect(used.filter((variable) => !documented?.includes(variable))).toEqual([]);
});

it('images are pinned, and own ones are built from a stage that exists', () => {
  for (const [name, { image, build }] of services) {
    expect(`${name} ${build ? 'built' : image}`).toMatch(/built$|:\d/);
    if (build) {
      expect(dockerfile).toContain(` AS ${build.target}\n`);
    }
  }
});

it('every file that the images copy from the checkout exists', () => {
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+)$/gm)].flatMap((match) =>
    match[1]!.split(' ').slice(0, -1)
  );
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
});

it('the manifests that the images find in what Docker is sent are those of the workspaces', () => {
  const ignore = readFileSync(path.join(root, '.dockerignore'), 'utf8').trim().split('\n');
  const found = globSync('**/package.json', { cwd: root, ignore: ignore.flatMap((name) => [name, `${name}/**`]) });
  expect(dockerfile).toContain('find . -name package.json -exec cp --parents {} /manifests');
  expect(found.map((file) => path.dirname(file)).sort()).toEqual(['.', ...workspaces].sort());
});

it('the image of the simulator and the tools holds every package of the project that they import', () => {
  const stage = dockerfile.slice(dockerfile.indexOf(' AS tools\n'));
  const named = new Map(workspaces.map((folder) => [packageOf(folder).name, folder]));
  const needed = new Set(['simulator', 'tools/cellthread']);
  for (const folder of needed) {
    Object.keys(packageOf(folder).dependencies ?? {}).forEach(
      (name) => named.has(name) && needed.add(named.get(name)!)
    );
  }
  expect(needed.size).toBeGreaterThan(3);
  expect([...needed].filter((folder) => !stage.includes(`\nCOPY ${folder} ${folder}\n`))).toEqual([]);
});

it('the image has every plugin below its id, and Grafana loads each of them unsigned', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'cellthread-image-'));
  const folders = pluginFolders();
  for (const folder of folders) {
    const dist = path.join(place, path.relative(root, folder), 'dist');
    mkdirSync(dist, { recursive: true });
    cpSync(path.join(folder, 'src/plugin.json'), path.join(dist, 'plugin.json'));
  }
  const gather = /^RUN (set -e; mkdir \/plugins;[^]*?)\n(?!    )/m.exec(dockerfile)![1]!.replaceAll('\\\n', '');
  const allow = /UNSIGNED_PLUGINS=\\"\$\((.*?)\)\\"/.exec(dockerfile)![1]!;
  const sh = (script: string) => execFileSync('sh', ['-ec', script], { cwd: place, encoding: 'utf8' }).trim();
  sh(gather.replaceAll('/plugins', `${place}/gathered`));
  const allowed = sh(allow.replace('/var/lib/cellthread/plugins', `${place}/gathered`));
  const ids = folders.map(
    (folder) => (JSON.parse(readFileSync(path.join(folder, 'src/plugin.json'), 'utf8')) as { id: string }).id
  );
  expect(allowed.split(',').sort()).toEqual(ids.sort());
  expect(dockerfile).toContain('COPY --from=plugins /plugins /var/lib/cellthread/plugins\n');
  rmSync(place, { recursive: true });
});

it('nobody without login may write', () => {
  expect(grafana.environment!.GF_AUTH_ANONYMOUS_ORG_ROLE).toBe('Viewer');
  expect(grafana.environment!.GF_SERVER_ROOT_URL).toBeDefined();
});

it('Grafana is given every variable that the provisioning reads', () => {
  const folder = path.join(root, 'provisioning');
  const fileText = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const files = ['datasources', 'dashboards', 'alerting'].flatMap((kind) =>
    readdirSync(path.join(folder, kind)).map((name) => path.join(kind, name))
  );
  const wanted = files
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => [...fileText(name).matchAll(/\$\{?(CELLTHREAD_[A-Z_]+)/g)].map((match) => match[1]!));
  const fromFiles = [...dockerfile.matchAll(/(CELLTHREAD_\w+)=\\"\$\(cat /g)].map((match) => match[1]!);
  const given = [...Object.keys(grafana.environment!), ...fromFiles];
  expect(fromFiles.length).toBe(3);
  expect(wanted.length).toBeGreaterThan(2);
  expect(wanted.filter((name) => !given.includes(name))).toEqual([]);
});

it('no password stands in the file, in a variable of a container or in a default', () => {
  const named = services.flatMap(([name, { environment }]) =>
    Object.entries(environment ?? {})
      .filter(([variable]) => /PASSWORD|TOKEN|SECRET/.test(variable))
      .map(([variable, value]) => `${name} ${variable} ${value}`)
  );
  expect(named).toEqual([
    'plan CELLTHREAD_SECRETS /secrets',
    'grafana GF_SECURITY_ADMIN_PASSWORD $$__file{/run/cellthread/grafana_admin}',
  ]);
});

it('the database runs by the shipped configuration, which asks for logins', () => {
  const { volumes, environment } = compose.services.influxdb!;
  expect(volumes).toContain('./telegraf/influxdb/influxdb.conf:/etc/influxdb/influxdb.conf:ro');
  expect(Object.keys(environment!)).toEqual(['INFLUXDB_HTTP_BIND_ADDRESS']);
  expect(readFileSync(path.join(root, 'telegraf/influxdb/influxdb.conf'), 'utf8')).toContain('auth-enabled = true');
});

it('only their own passwords reach Grafana and the keeper, and nobody but their maker may change them', () => {
  const mounts = services.flatMap(([name, { volumes }]) => (volumes ?? []).map((volume) => `${name} ${volume}`));
  const secret = mounts.filter((mount) => mount.includes('secrets:'));
  expect(secret.filter((mount) => mount.startsWith('grafana '))).toEqual([
    'grafana grafana-secrets:/run/cellthread:ro',
  ]);
  expect(secret.filter((mount) => mount.startsWith('keeper '))).toEqual(['keeper keeper-secrets:/secrets:ro']);
  expect(secret.filter((mount) => !mount.endsWith(':ro'))).toEqual([
    'secrets secrets:/secrets',
    'secrets grafana-secrets:/grafana',
    'secrets keeper-secrets:/keeper',
  ]);
});

it('the keeper may read what is made for it, and runs as nobody else', () => {
  const user = /FROM scratch AS keeper\n[^]*?USER (\d+):\1\n/.exec(dockerfile)![1]!;
  expect(text).toContain(`install -D -o ${user} -g ${user} -m 0400 "/secrets/$$1" "/keeper/$$1"`);
  expect([...text.matchAll(/^ +keeps (\S+)$/gm)].map((match) => match[1])).toEqual([
    'influxdb/cellthread_read',
    'influxdb/cellthread_event',
    'mqtt/cellthread',
  ]);
});

it('what runs on is started again when it ends, with logs that end as well', () => {
  const jobs = ['secrets', 'plant', 'plan'];
  const running = services.filter(([name]) => !jobs.includes(name));
  expect(running.filter(([, { restart }]) => restart !== 'unless-stopped')).toEqual([]);
  expect(services.filter(([, { logging }]) => !logging?.options['max-size'])).toEqual([]);
});

it('the simulated line starts when Telegraf is connected, so that nothing of its history is lost', () => {
  expect(compose.services.simulator!.depends_on).toEqual({ telegraf: { condition: 'service_healthy' } });
});

it('published ports are bound to the loopback address', () => {
  expect(
    services.flatMap(([, service]) => service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))
  ).toEqual([]);
});

it('a service that others wait for to be healthy has a health check', () => {
  const awaited = services.flatMap(([, service]) =>
    Object.entries(service.depends_on ?? {})
      .filter(([, { condition }]) => condition === 'service_healthy')
      .map(([name]) => name)
  );
  expect(awaited.filter((name) => !compose.services[name]?.healthcheck)).toEqual([]);
});
