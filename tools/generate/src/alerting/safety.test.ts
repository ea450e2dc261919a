import { loadPlan } from '@cellthread/plan/load';
import { routes } from '@cellthread/vocabulary';
import { parse } from 'yaml';
import { alertingFiles } from './alertingFiles';
import { optionalKinds } from './optionalReceivers';

interface Policy {
  receiver: string;
  object_matchers?: Array<[string, string, string]>;
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  routes?: Policy[];
}

interface ContactPoint {
  name: string;
  receivers: Array<{ type: string; disableResolveMessage?: boolean; settings: Record<string, unknown> }>;
}

const files = alertingFiles(loadPlan());
const read = <T>(file: string) => parse(files[file] ?? '') as T;
const { policies } = read<{ policies: [Policy] }>('notify/policies.yaml');
const [safety] = policies[0].routes!;
const [cells, ...others] = safety!.routes!;
const pointsOf = (file: string) => read<{ contactPoints: ContactPoint[] }>(file).contactPoints;
const receiversOf = ({ receiver, routes = [] }: Policy): string[] => [receiver, ...routes.flatMap(receiversOf)];

it('what is a matter of safety is asked for first, as the first route that fits is taken, and of it its cells', () => {
  expect(safety?.object_matchers).toEqual([['severity', '=', 'safety']]);
  expect(cells?.object_matchers).toEqual([['kind', '=', 'out-of-spec']]);
});

it('a first cell that is a matter of safety is told at once, others of its machine and characteristic within a minute', () => {
  expect(safety).toMatchObject({ group_wait: '0s', group_by: expect.arrayContaining(['equipment', 'characteristic']) });
  expect(safety?.group_by).not.toContain('cell_id');
  expect(cells?.group_interval).toBe('1m');
  expect(cells).not.toHaveProperty('group_by');
});

it('a cell that is a matter of safety is never told to be over, by MQTT or by mail, and what departs is', () => {
  const named = new Set(receiversOf(cells!));
  expect([...named].sort()).toEqual(routes.map((route) => `cellthread-${route}-safety`).sort());
  for (const file of [
    'provisioning/alerting/contact-points.yaml',
    ...optionalKinds.map((kind) => `notify/${kind}.yaml`),
  ]) {
    const points = pointsOf(file).filter(({ name }) => named.has(name));
    expect(points).toHaveLength(routes.length);
    const silent = points.flatMap(({ receivers }) => receivers.map((receiver) => receiver.disableResolveMessage));
    expect(silent).toEqual(silent.map(() => true));
  }
  expect(others.flatMap(receiversOf).sort()).toEqual(routes.map((route) => `cellthread-${route}`).sort());
});

it('whoever hears of a route hears of its matters of safety: by the same topic, the same address', () => {
  for (const file of [
    'provisioning/alerting/contact-points.yaml',
    ...optionalKinds.map((kind) => `notify/${kind}.yaml`),
  ]) {
    const settings = new Map(pointsOf(file).map(({ name, receivers }) => [name, receivers.map((of) => of.settings)]));
    for (const route of routes) {
      expect(settings.get(`cellthread-${route}-safety`)).toEqual(settings.get(`cellthread-${route}`));
    }
  }
});

it('a matter of safety is still found after hours without Grafana, and its alert is over before it would be repeated', () => {
  const { groups } = read<{
    groups: Array<{ rules: Array<{ uid: string; data: Array<{ relativeTimeRange: { from: number } }> }> }>;
  }>('provisioning/alerting/rules.yaml');
  const hours = (text = '') => Number(/^(\d+)h$/.exec(text)?.[1]);
  const rules = groups.flatMap((group) => group.rules).filter(({ uid }) => uid.startsWith('cellthread-safety-'));
  expect(rules.length).toBeGreaterThan(0);
  for (const { data } of rules) {
    expect(data[0]?.relativeTimeRange.from).toBeGreaterThanOrEqual(2 * 3600);
    expect(data[0]?.relativeTimeRange.from).toBeLessThan((hours(safety?.repeat_interval) - 0.5) * 3600);
  }
});
