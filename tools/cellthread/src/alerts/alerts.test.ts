import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { parse } from 'yaml';
import { alertsCheck } from './alertsCheck';
import type { Receiver } from './contactPoints';
import { type Alerting, findings } from './findings';
import { type Policy, receiversOf } from './routing';
import { rulesOf } from './rulesFile';

const { out } = plantFolder();
const plan = loadPlan();
const rules = rulesOf(path.join(out, 'provisioning/alerting/rules.yaml'));
const fileOf = <T>(name: string) => parse(readFileSync(path.join(out, name), 'utf8')) as T;
const { policies } = fileOf<{ policies: [Policy] }>('notify/policies.yaml');
const { contactPoints } = fileOf<{ contactPoints: Array<{ name: string; receivers: Array<Omit<Receiver, 'name'>> }> }>(
  'provisioning/alerting/contact-points.yaml'
);
const lastEvaluation = '2026-01-15T12:00:00Z';
const healthy: Alerting = {
  policies: policies[0],
  receivers: contactPoints.flatMap(({ name, receivers }) => receivers.map((receiver) => ({ name, ...receiver }))),
  stored: rules.map(({ uid }) => ({ uid })),
  health: rules.map(({ uid, title }) => ({ uid, name: title, health: 'nodata', lastEvaluation })),
};

test('with the tree to paste every alert of every rule reaches the people of its team', () => {
  const { told, wrong } = findings(plan, rules, healthy);
  expect(wrong).toEqual([]);
  expect(told.length).toBeGreaterThan(4);
  expect(told.filter((line) => !/^(\w+), \w+: .*: cellthread-\1(-safety)? \(mqtt\)$/.test(line))).toEqual([]);
});

test('a cell that is a matter of safety goes to contact points of its own, and what departs to those that hear that it is over', () => {
  const { told } = findings(plan, rules, healthy);
  const own = told.filter((line) => line.includes('-safety '));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((line) => !line.includes(', safety: '))).toEqual([]);
  expect(told.filter((line) => line.includes(', safety: ')).length).toBeGreaterThan(own.length);
});

const placeholder = {
  name: 'cellthread-maintenance-safety',
  type: 'email',
  settings: { addresses: 'example@email.com' },
};

test('a contact point of safety whose address is a placeholder is named', () => {
  const others = healthy.receivers.filter(({ name }) => name !== placeholder.name);
  const { wrong } = findings(plan, rules, { ...healthy, receivers: [...others, placeholder] });
  expect(wrong).toEqual([
    expect.stringMatching(
      /^Nobody is told of maintenance, safety: .* contact point "cellthread-maintenance-safety", whose address is a placeholder/
    ),
  ]);
});

test('a placeholder beside MQTT is named where it is about safety', () => {
  const { told, wrong } = findings(plan, rules, { ...healthy, receivers: [...healthy.receivers, placeholder] });
  expect(told).toEqual(findings(plan, rules, healthy).told);
  expect(wrong).toEqual([
    expect.stringMatching(
      /^Nobody reads email of maintenance, safety: .* "cellthread-maintenance-safety" has a receiver/
    ),
  ]);
});

test.each([
  ['a fresh Grafana of today', { receiver: 'empty' }, [], 'which has no receiver'],
  [
    'a fresh Grafana of yesterday',
    { receiver: 'grafana-default-email' },
    [{ name: 'grafana-default-email', type: 'email', settings: { addresses: '<example@email.com>' } }],
    'whose address is a placeholder',
  ],
])('in %s nobody is told of anything, and each team and severity is named', (_, tree, more, why) => {
  const { told, wrong } = findings(plan, rules, {
    ...healthy,
    policies: tree,
    receivers: [...healthy.receivers, ...more],
  });
  expect(told).toEqual([]);
  expect(wrong.length).toBeGreaterThan(4);
  expect(wrong.filter((line) => !line.includes(why))).toEqual([]);
});

test('of a tree that forgets one severity of one site just that is named', () => {
  const forgetful: Policy = {
    receiver: 'cellthread-quality',
    routes: [
      {
        receiver: 'nowhere',
        object_matchers: [
          ['site', '=', plan.sites[0]!.id],
          ['severity', '=~', 'safe.*'],
        ],
      },
    ],
  };
  const { wrong } = findings(plan, rules, { ...healthy, policies: forgetful });
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong.filter((line) => !line.includes(', safety: ') || !line.includes(`at ${plan.sites[0]!.id} `))).toEqual(
    []
  );
  expect(wrong.filter((line) => line.includes(plan.sites[1]!.id))).toEqual([]);
});

/** The tree of the project, but alerts that match go to a contact point without a receiver. */
const losing = (...object_matchers: Array<[string, string, string]>): Alerting => ({
  ...healthy,
  policies: { ...policies[0], routes: [{ receiver: 'nowhere', object_matchers }, ...(policies[0].routes ?? [])] },
});
const all = plan.stations.flatMap(({ characteristics }) => characteristics);
/** A kind with each severity that the plan states of zones, or of what is measured on items. */
const severitiesOf = (kind: string, ofZones: boolean) =>
  [...new Set(all.filter((one) => (one.tolerate_s !== undefined) === ofZones).map(({ severity }) => severity))].map(
    (severity): [string, string] => [kind, severity]
  );
const lost: Array<[kind: string, severity: string]> = [
  ...severitiesOf('out-of-control', false),
  ...severitiesOf('environment', true),
  ['no-reading', 'safety'],
  ['unread', 'critical'],
  ['overflow', 'critical'],
];
test.each(lost)('%s that is %s to a contact point without a receiver is found', (kind, severity) => {
  const { wrong } = findings(plan, rules, losing(['kind', '=', kind], ['severity', '=', severity]));
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong.filter((line) => !line.includes(`, ${severity}: `))).toEqual([]);
});

test('what no alert can be is not asked for: nobody is missed where no route leads', () => {
  expect(findings(plan, rules, losing(['kind', '=', 'missing'], ['severity', '=', 'safety'])).wrong).toEqual([]);
  expect(findings(plan, rules, losing(['kind', '=', 'environment'], ['severity', '=', 'info'])).wrong).toEqual([]);
});

test('that the data source does not answer has no labels of a signal, and is asked for as well', () => {
  const { wrong } = findings(plan, rules, losing(['kind', '=', ''], ['severity', '=', '']));
  expect(wrong).toEqual([expect.stringContaining('engineering, none: 1 rule at no place')]);
});

test('rules that are missing, paused, failing or not yet evaluated are named, and contact points that are gone', () => {
  const [first, second, third, fourth] = rules.filter((rule) => !rule.notification_settings);
  const commanding = rules.find((rule) => rule.notification_settings)!;
  const { wrong } = findings(plan, rules, {
    ...healthy,
    receivers: healthy.receivers.filter(({ name }) => name !== commanding.notification_settings!.receiver),
    stored: healthy.stored
      .filter(({ uid }) => uid !== first!.uid)
      .map((rule) => (rule.uid === second!.uid ? { ...rule, isPaused: true } : rule)),
    health: healthy.health.map((of) =>
      of.uid === third!.uid
        ? { ...of, health: 'error', lastError: 'no plan' }
        : of.uid === fourth!.uid
          ? { ...of, lastEvaluation: '0001-01-01T00:00:00Z' }
          : of
    ),
  });
  expect(wrong).toEqual([
    expect.stringContaining(`"${commanding.title}" commands nothing`),
    expect.stringContaining(`"${first!.title}" (${first!.uid}) is missing`),
    expect.stringContaining(`"${second!.title}" is paused`),
    `"${third!.title}" cannot be evaluated: no plan`,
    expect.stringContaining(`"${fourth!.title}" was not evaluated yet`),
  ]);
});

test('a rule of which Grafana does not say how it fares was not evaluated, and no rule that works', () => {
  const [first] = rules;
  const health = healthy.health.filter(({ uid }) => uid !== first!.uid);
  expect(findings(plan, rules, { ...healthy, health }).wrong).toEqual([
    expect.stringContaining(`"${first!.title}" was not evaluated yet`),
  ]);
});

test('a file without a rule is an error, and not a plant of which all rules work', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'cellthread-rules-')), 'rules.yaml');
  writeFileSync(file, 'groups: []');
  expect(() => rulesOf(file)).toThrow('holds no rules');
});

const tree: Policy = {
  receiver: 'root',
  routes: [
    { receiver: 'log', object_matchers: [['team', '!=', '']], continue: true },
    { object_matchers: [['team', '=', 'quality']], routes: [{ receiver: 'night', match: { shift: 'C' } }] },
    { receiver: 'rest', match_re: { team: 'main.*|eng.*' } },
  ],
};
test.each([
  [{}, ['root']],
  [{ team: 'quality' }, ['log', 'root']],
  [{ team: 'quality', shift: 'C' }, ['log', 'night']],
  [{ team: 'maintenance' }, ['log', 'rest']],
  [{ team: 'the-main' }, ['log']],
])('an alert with %j is sent to %j', (labels, expected) => {
  expect(receiversOf(tree, labels)).toEqual(expected);
});

test('a form of matching that is not read is refused, not taken for one that fits', () => {
  expect(() => receiversOf({ receiver: 'a', routes: [{ matchers: ['a="b"'] }] }, {})).toThrow('object_matchers');
});

async function check(answers: Record<string, unknown>, status = 200) {
  const server = createServer((request, response) => {
    response.writeHead(request.headers.authorization === 'Bearer secret' ? status : 401);
    response.end(JSON.stringify(answers[request.url!] ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const err: string[] = [];
  const out: string[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = await alertsCheck
    .run(['--grafana', url], { out: (line) => out.push(line), err: (line) => err.push(line) })
    .finally(() => {
      server.close();
      server.closeAllConnections();
    });
  return { code, out, err };
}

const answers = {
  '/api/v1/provisioning/policies': healthy.policies,
  '/api/v1/provisioning/contact-points': healthy.receivers,
  '/api/v1/provisioning/alert-rules': healthy.stored,
  '/api/prometheus/grafana/api/v1/rules': { data: { groups: [{ rules: healthy.health }] } },
};

describe('the command', () => {
  beforeEach(() => (process.env['CELLTHREAD_GRAFANA_TOKEN'] = 'secret'));
  afterEach(() => delete process.env['CELLTHREAD_GRAFANA_TOKEN']);

  test('ends with 0 where all is well, and with 3 where something has to be mended', async () => {
    expect(await check(answers)).toMatchObject({ code: 0, err: [] });
    const fresh = { ...answers, '/api/v1/provisioning/policies': { receiver: 'empty' } };
    expect(await check(fresh)).toMatchObject({
      code: 3,
      err: expect.arrayContaining([expect.stringContaining('Nobody')]),
    });
  }, 30_000);

  test('says what to do without a token, with one that may not, and where no Grafana answers', async () => {
    await expect(check(answers, 403)).rejects.toThrow('the service account needs the role Admin');
    await expect(alertsCheck.run(['--grafana', 'http://127.0.0.1:1'], console as never)).rejects.toThrow(
      'check --grafana'
    );
    await expect(alertsCheck.run(['--grafana', 'http://a:b@c'], console as never)).rejects.toThrow('without a login');
    delete process.env['CELLTHREAD_GRAFANA_TOKEN'];
    await expect(check(answers)).rejects.toThrow('CELLTHREAD_GRAFANA_TOKEN is not set');
  });
});
