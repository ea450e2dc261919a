import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { cellLabels, cellSignals, countedSignals, signalLabels } from '@cellthread/vocabulary';
import { parse } from 'yaml';
import { dashboards } from '../dashboards/dashboards';
import { alertingFiles } from './alertingFiles';
import { muteTiming } from './muteTimings';

const cells: readonly string[] = cellSignals;
const plan = loadPlan();
const files = alertingFiles(plan);
const read = <T>(file: string) => parse(files[`provisioning/alerting/${file}`] ?? '') as T;

interface RuleJson {
  uid: string;
  title: string;
  for: string;
  noDataState: string;
  execErrState: string;
  dashboardUid: string;
  panelId: number;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  keepFiringFor?: string;
  missing_series_evals_to_resolve?: number;
  notification_settings?: { receiver: string; group_by: string[]; mute_time_intervals?: string[] };
  data: Array<{
    refId: string;
    relativeTimeRange: { from: number };
    model: Record<string, unknown> & { kinds?: string[]; state?: string };
  }>;
}

const { groups } = read<{ groups: Array<{ name: string; interval: string; rules: RuleJson[] }> }>('rules.yaml');
const rules = groups.flatMap((group) => group.rules.map((rule) => ({ ...rule, interval: group.interval })));
const commanding = rules.filter(({ labels }) => labels.team === 'line');
const telling = rules.filter(({ labels }) => labels.team !== 'line');

it('every rule has an own uid of at most 40 characters and an own title', () => {
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
  expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
  expect(rules.filter(({ uid }) => uid.length > 40 || !/^[a-zA-Z0-9_-]+$/.test(uid))).toEqual([]);
});

it('the longest ids that a plan may have become uids that Grafana takes, each its own', () => {
  const long = (start: string) => start + 'x'.repeat(63 - start.length);
  const stations = ['a', 'b'].flatMap((start) =>
    plan.stations.slice(0, 8).map((station, i) => ({ ...station, id: long(`${start}${i}`) }))
  );
  const sites = ['s.1', 's:1'].map((id) => ({ ...plan.sites[0]!, id: long(id) }));
  const text = alertingFiles({ ...plan, stations, sites });
  const of = (file: string) =>
    [...text[`provisioning/alerting/${file}`]!.matchAll(/uid: "?([^"\n]+)/g)].map((m) => m[1]!);
  const rulesUids = of('rules.yaml').filter((uid) => uid.startsWith('cellthread-'));
  for (const uids of [rulesUids, of('contact-points.yaml')]) {
    expect(uids.length).toBeGreaterThan(20);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.filter((uid) => !/^[A-Za-z0-9_-]{1,40}$/.test(uid))).toEqual([]);
  }
});

it('each rule that commands the line has a contact point of its own, so that no two throw each other off the broker', () => {
  const settings = commanding.map(({ notification_settings }) => notification_settings);
  expect(new Set(settings.map((of) => of?.receiver)).size).toBe(commanding.length);
  expect(settings.filter((of) => of?.group_by.join() !== 'grafana_folder,alertname')).toEqual([]);
});

it('rules for people name no receiver, which the plant’s own policies choose', () => {
  expect(telling.length).toBeGreaterThan(30);
  expect(telling.filter(({ notification_settings }) => notification_settings)).toEqual([]);
  const teams = telling.map(({ labels: { team = '' } }) => /else }}(\w+)/.exec(team)?.[1] ?? team);
  expect(new Set(teams)).toEqual(new Set(['quality', 'maintenance', 'engineering']));
});

it('the line is told of no kind that is counted, and people of each, with the number of cells', () => {
  const asked = (of: RuleJson[]) => of.flatMap(({ data }) => data[0]?.model.kinds ?? []);
  const counted: readonly string[] = countedSignals;
  expect(asked(commanding).filter((kind) => counted.includes(kind))).toEqual([]);
  const told = telling.filter((rule) => asked([rule]).some((kind) => counted.includes(kind)));
  expect(asked(told).sort()).toEqual([...counted].sort());
  expect(told.map(({ data }) => data.some(({ model }) => model.value === 'cells'))).toEqual(counted.map(() => true));
});

it('people are told of causes: of single cells only where they are a matter of safety, or the record is wrong', () => {
  const single = cells.filter((kind) => !(countedSignals as readonly string[]).includes(kind));
  const ofCells = telling.filter(({ data }) => data[0]?.model.kinds?.some((kind) => single.includes(kind)));
  const others = ofCells.filter(({ uid }) => !/^cellthread-(safety-.*|pointer)$/.test(uid));
  expect(others.map(({ uid }) => uid)).toEqual([]);
  const safety = plan.stations
    .flatMap(({ characteristics }) => characteristics)
    .filter(({ severity }) => severity === 'safety');
  const asked = ofCells
    .filter(({ uid }) => uid.startsWith('cellthread-safety-'))
    .flatMap(({ data }) => (data[0]?.model as { characteristics: string[] }).characteristics);
  expect(asked.sort()).toEqual(safety.map(({ id }) => id).sort());
});

it('what flaps is told once: an alert of people is over only when its cause was gone for a while', () => {
  const ofProcesses = telling.filter(({ uid }) => !uid.startsWith('cellthread-safety-'));
  expect(ofProcesses.filter(({ keepFiringFor }) => keepFiringFor !== '5m')).toEqual([]);
  expect(ofProcesses.filter((rule) => rule.missing_series_evals_to_resolve !== 5)).toEqual([]);
});

it('a rule of streams asks the same again for each number of its text, and its condition reads the first answer alone', () => {
  const asking = rules.filter(({ uid }) => uid.startsWith('cellthread-ooc-'));
  expect(asking.length).toBeGreaterThan(20);
  for (const { data } of asking) {
    const models = data.map(({ model }) => model as { value?: string; expression?: string });
    expect(data.map(({ refId }, i) => [refId, models[i]?.value])).toEqual([
      ['A', undefined],
      ['S', 'since'],
      ['C', 'cells'],
      ['O', 'out_of_spec'],
      ['K', 'not_ok'],
      ['H', 'held'],
      ['R', 'ratio'],
      ['D', 'shift'],
      ['N', 'sisters'],
      ['P', 'parts'],
      ['G', 'gauge'],
      ['W', 'departs'],
      ['B', undefined],
    ]);
    const asked = models.slice(0, -1).map(({ value: _, ...rest }) => rest);
    expect(asked).toEqual(asked.map(() => asked[0]));
    expect(models.at(-1)?.expression).toBe('A');
  }
});

it('the line is told of no item that the plan leaves as it is', () => {
  const filters = commanding.map(({ data }) => data[0]?.model.filters);
  expect(filters).toEqual(filters.map(() => [{ key: 'disposition', operator: '!=|', values: ['none'] }]));
});

it('what an earlier version provisioned and this one does not is deleted, and nothing that is provisioned', () => {
  const { deleteRules } = read<{ deleteRules: Array<{ uid: string }> }>('removed.yaml');
  const uids = deleteRules.map(({ uid }) => uid);
  expect(uids).toEqual(expect.arrayContaining(['cellthread-implausible', 'cellthread-ooc-de1-filling-maintenance']));
  expect(uids.filter((uid) => rules.some((rule) => rule.uid === uid))).toEqual([]);
});

it('every kind of signal that the backend knows has a rule, and no rule asks for another', () => {
  const vocabulary = path.resolve(__dirname, '../../../../plugins/datasource/cells/pkg/types/testdata/vocabulary.json');
  const { signalKinds } = JSON.parse(readFileSync(vocabulary, 'utf8')) as { signalKinds: string[] };
  const asked = new Set(rules.flatMap(({ data }) => data[0]?.model.kinds ?? []));
  expect([...asked].sort()).toEqual([...signalKinds].sort());
});

it('a link names the data source, and leaves out or opens wide what its alert does not name', () => {
  const urls = rules
    .flatMap(({ annotations }) => Object.values(annotations))
    .filter((text) => text.includes('externalURL'));
  expect(urls.length).toBeGreaterThan(50);
  expect(urls.filter((url) => !url.includes('var-datasource=cellthread'))).toEqual([]);
  const bare = urls.filter((url) => /=\{\{ \$labels/.test(url));
  expect(bare).toEqual([]);
});

it('every station with a spec limit has a rule for fresh out-of-spec cells and a net under it', () => {
  const specified = plan.stations.filter(({ characteristics }) =>
    characteristics.some(({ spec }) => spec.lsl !== undefined || spec.usl !== undefined)
  );
  const uids = rules.map(({ uid }) => uid);
  expect(specified.filter(({ id }) => !uids.includes(`cellthread-oos-${id}`))).toEqual([]);
  expect(specified.filter(({ id }) => !uids.includes(`cellthread-oos-open-${id}`))).toEqual([]);
});

it('out of control is told to every route of a station by exactly one rule, of verdicts to that of the kind', () => {
  const told = rules
    .filter(({ uid }) => uid.startsWith('cellthread-ooc-'))
    .map(({ labels, data }) => {
      const { stations, filters } = data[0]?.model as { stations: string[]; filters: unknown };
      expect(filters).toEqual([{ key: 'route', operator: '=', value: labels.team }]);
      return `${stations.join()} ${labels.team}`;
    });
  const all = plan.stations.flatMap(({ id, characteristics }) =>
    [...new Set(['maintenance', ...characteristics.map(({ route }) => route)])].map((route) => `${id} ${route}`)
  );
  expect(told.sort()).toEqual(all.sort());
});

it('rules of cells wait for nothing, since a cell is gone from the window before any wait ends', () => {
  const ofCells = rules.filter(({ data }) => data[0]?.model.kinds?.includes('out-of-spec'));
  expect(ofCells.map((rule) => rule.for)).toEqual(ofCells.map(() => '0s'));
});

it('what is out of spec for one product alone is held as well', () => {
  const [station] = plan.stations.filter(({ characteristics }) =>
    characteristics.some(({ spec }) => spec.usl !== undefined)
  );
  const characteristics = station!.characteristics.map((of) => ({
    ...of,
    spec: {},
    overrides: [{ ...of.spec, product: plan.products[0]!.id, stratum: '*' }],
  }));
  const text = alertingFiles({ ...plan, stations: [{ ...station!, characteristics }] });
  expect(text['provisioning/alerting/rules.yaml']).toContain(`uid: cellthread-oos-${station!.id}\n`);
});

it('only the rule that watches the datasource fires when a query fails', () => {
  const failing = rules.filter(({ execErrState }) => execErrState !== 'KeepLast');
  expect(failing.map(({ uid }) => uid)).toEqual(['cellthread-datasource']);
  expect(rules.map(({ noDataState }) => noDataState)).toEqual(rules.map(() => 'OK'));
});

it('the rule that watches the datasource names every other rule with its interval, so that none is missed in silence', () => {
  const watchdog = rules.find(({ uid }) => uid === 'cellthread-datasource');
  const model = watchdog?.data[0]?.model as {
    kinds: string[];
    watch: Array<Record<string, unknown>>;
    watchesAll: boolean;
  };
  expect(model.kinds).toEqual(['unread']);
  expect(model.watchesAll).toBe(true);
  const others = rules.filter((rule) => rule !== watchdog && rule.data[0]?.model.queryType === 'signals');
  expect(model.watch).toHaveLength(others.length);
  const seconds: Record<string, number> = { '10s': 10, '1m': 60, '10m': 600 };
  for (const { interval, data } of others) {
    const { kinds, state, stations = [], characteristics = [], filters = [] } = data[0]?.model ?? {};
    expect(model.watch).toContainEqual({ kinds, state, stations, characteristics, filters, everyS: seconds[interval] });
  }
});

it('no stored query holds a variable, since alerting has none', () => {
  expect(rules.filter(({ data }) => JSON.stringify(data[0]?.model).includes('$'))).toEqual([]);
});

it('links point at a panel that exists, in both places that Grafana reads', () => {
  const panels = Object.values(dashboards.outputs(plan)).flatMap((text) => {
    const { uid, panels } = JSON.parse(text) as { uid: string; panels: Array<{ id: number }> };
    return panels.map(({ id }) => `${uid}/${id}`);
  });
  for (const { annotations, dashboardUid, panelId } of rules) {
    expect(panels).toContain(`${dashboardUid}/${panelId}`);
    expect(annotations).toMatchObject({ __dashboardUid__: dashboardUid, __panelId__: String(panelId) });
  }
});

interface Policy {
  receiver: string;
  mute_time_intervals?: string[];
  routes?: Policy[];
}

const [tree] = (parse(files['notify/policies.yaml'] ?? '') as { policies: Policy[] }).policies;
const policiesOf = (policy: Policy): Policy[] => [policy, ...(policy.routes ?? []).flatMap(policiesOf)];

it('no policy is muted, or an end in a planned stop would never be told; the plant’s own find a timing of each site', () => {
  expect(policiesOf(tree!).filter((policy) => policy.mute_time_intervals)).toEqual([]);
  const { muteTimes } = read<{ muteTimes: Array<{ name: string }> }>('mute-timings.yaml');
  expect(plan.sites.length).toBeGreaterThan(1);
  expect(muteTimes.map(({ name }) => name)).toEqual(plan.sites.map(({ id }) => `cellthread-${id}-planned-stops`));
});

it('the line’s rules and the policies name contact points that are provisioned', () => {
  const names = read<{ contactPoints: Array<{ name: string }> }>('contact-points.yaml').contactPoints.map(
    ({ name }) => name
  );
  expect(names).toEqual(expect.arrayContaining(commanding.map((rule) => rule.notification_settings?.receiver)));
  expect(names).toEqual(expect.arrayContaining(policiesOf(tree!).map(({ receiver }) => receiver)));
});

it('a second receiver of people belongs to a contact point that is provisioned, with an address from a variable', () => {
  const names = read<{ contactPoints: Array<{ name: string }> }>('contact-points.yaml').contactPoints.map(
    ({ name }) => name
  );
  const optional = Object.keys(files).filter((file) => file.startsWith('notify/') && file !== 'notify/policies.yaml');
  expect(optional.map((file) => path.basename(file, '.yaml'))).toEqual(['email', 'webhook', 'teams', 'slack']);
  for (const file of optional) {
    const { contactPoints } = parse(files[file]!) as {
      contactPoints: Array<{ name: string; receivers: Array<{ settings: Record<string, unknown> }> }>;
    };
    expect(names).toEqual(expect.arrayContaining(contactPoints.map(({ name }) => name)));
    const settings = contactPoints.flatMap(({ receivers }) => receivers.map((receiver) => JSON.stringify(receiver)));
    expect(settings.filter((text) => !/"\$CELLTHREAD_[A-Z]+_[A-Z]+"/.test(text))).toEqual([]);
  }
});

it('no provisioned file sets notification policies, which would replace the whole tree of the user', () => {
  const setting = Object.keys(files).filter((file) => /^policies:/m.test(files[file]!));
  expect(setting).toEqual(['notify/policies.yaml']);
});

it('labels set by a rule are none of the frame, and annotations alone carry measured values', () => {
  const frame: readonly string[] = [...signalLabels, ...cellLabels];
  expect(rules.flatMap(({ labels }) => Object.keys(labels)).filter((name) => frame.includes(name))).toEqual([]);
  const filledIn = rules.flatMap(({ labels }) => Object.values(labels)).filter((text) => text.includes('{{'));
  expect(filledIn.length).toBeGreaterThan(0);
  expect(filledIn.filter((text) => !/^{{ with \$\$labels\.route }}{{ \. }}{{ else }}\w+{{ end }}$/.test(text))).toEqual(
    []
  );
});

it('what is about a characteristic of the plan is told to the team of its route, other things to that of the kind', () => {
  const teamOf = (kind: string) => telling.find(({ data }) => data[0]?.model.kinds?.includes(kind))?.labels['team'];
  for (const kind of ['environment', 'hold-unanswered', 'no-reading', 'overdue', 'silent']) {
    expect(teamOf(kind)).toBe(`{{ with $$labels.route }}{{ . }}{{ else }}maintenance{{ end }}`);
  }
  expect(teamOf('unread')).toBe('engineering');
});

it('every message of a characteristic says what to do in the words of its reaction plan', () => {
  const { templates } = read<{ templates: Array<{ template: string }> }>('templates.yaml');
  const reactions = plan.stations.flatMap(({ characteristics }) => characteristics.map(({ reaction }) => reaction));
  const said = reactions.flatMap(({ text }) => text.en ?? []);
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((text) => !templates[0]?.template.includes(text))).toEqual([]);
});

it('no rule for people is a wall: names of the plan and what to do stand in the notification template', () => {
  const long = telling.flatMap(({ annotations }) => Object.values(annotations).filter((text) => text.length > 700));
  expect(long).toEqual([]);
});

it('a planned stop over midnight mutes both days, each on its own weekday', () => {
  const timing = muteTiming({
    id: 'x1',
    calendar: {
      timezone: 'Europe/Berlin',
      planned_stops: [{ name: 'night', days: ['sun'], start: '23:00', end: '01:00' }],
    },
  } as never);
  expect(timing.time_intervals).toEqual([
    { times: [{ start_time: '23:00', end_time: '24:00' }], weekdays: ['sunday'], location: 'Europe/Berlin' },
    { times: [{ start_time: '00:00', end_time: '01:00' }], weekdays: ['monday'], location: 'Europe/Berlin' },
  ]);
});

it('a stop of several days mutes each of its days in local time', () => {
  const timing = muteTiming({
    id: 'x1',
    calendar: {
      timezone: 'Europe/Berlin',
      planned_stops: [{ name: 'holiday', from: '2026-12-31T18:00:00+01:00', to: '2027-01-02T06:00:00+01:00' }],
    },
  } as never);
  expect(
    timing.time_intervals.map(({ times, days_of_month, months, years }) => [times, days_of_month, months, years])
  ).toEqual([
    [[{ start_time: '18:00', end_time: '24:00' }], ['31'], ['12'], ['2026']],
    [[{ start_time: '00:00', end_time: '24:00' }], ['1'], ['1'], ['2027']],
    [[{ start_time: '00:00', end_time: '06:00' }], ['2'], ['1'], ['2027']],
  ]);
});
