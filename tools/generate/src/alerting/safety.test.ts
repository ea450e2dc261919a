import { safetyQuietS } from '@cellthread/plan';
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

it('what is a matter of safety is told at once, one group a machine and characteristic', () => {
  expect(safety).toMatchObject({ group_wait: '0s', group_by: expect.arrayContaining(['equipment', 'characteristic']) });
  expect(safety?.group_by).not.toContain('cell_id');
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

it('cells that are a matter of safety are one alert a machine, until a day is without, also after hours without Grafana', () => {
  interface SafetyRule {
    uid: string;
    keepFiringFor: string;
    missing_series_evals_to_resolve: number;
    data: Array<{ relativeTimeRange: { from: number }; model: { perMachine?: boolean } }>;
  }
  const { groups } = read<{ groups: Array<{ interval: string; rules: SafetyRule[] }> }>(
    'provisioning/alerting/rules.yaml'
  );
  const seconds = (text: string) => Number(/^(\d+)s$/.exec(text)?.[1]);
  const rules = groups.flatMap(({ interval, rules: all }) =>
    all
      .filter(({ uid }) => uid.startsWith('cellthread-safety-'))
      .map((rule) => ({ ...rule, everyS: seconds(interval) }))
  );
  expect(rules.length).toBeGreaterThan(0);
  for (const { data, everyS, keepFiringFor, missing_series_evals_to_resolve: evaluations } of rules) {
    const [{ relativeTimeRange, model }] = data as [(typeof data)[number]];
    expect(model.perMachine).toBe(true);
    expect(relativeTimeRange.from).toBeGreaterThanOrEqual(2 * 3600);
    expect(relativeTimeRange.from + everyS * evaluations).toBe(safetyQuietS);
    expect(relativeTimeRange.from + seconds(keepFiringFor)).toBe(safetyQuietS);
  }
});
