import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { cellLabels, signalLabels } from '@cellthread/vocabulary';
import { parse } from 'yaml';
import { dashboards } from '../dashboards/dashboards';
import { alertingFiles } from './alertingFiles';
import { muteTiming } from './muteTimings';

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
  notification_settings: { receiver: string; group_by: string[]; mute_time_intervals?: string[] };
  data: Array<{ model: Record<string, unknown> & { kinds?: string[]; state?: string } }>;
}

const { groups } = read<{ groups: Array<{ name: string; interval: string; rules: RuleJson[] }> }>('rules.yaml');
const rules = groups.flatMap((group) => group.rules.map((rule) => ({ ...rule, interval: group.interval })));

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
  const commanding = rules
    .map(({ notification_settings }) => notification_settings)
    .filter(({ receiver }) => receiver.startsWith('cellthread-line-'));
  expect(new Set(commanding.map(({ receiver }) => receiver)).size).toBe(commanding.length);
  expect(commanding.filter(({ group_by }) => group_by.join() !== 'grafana_folder,alertname')).toEqual([]);
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

it('every characteristic is watched for leaving its control limits by exactly one rule of each site that measures it', () => {
  const watched = rules
    .filter(({ uid }) => uid.startsWith('cellthread-ooc-'))
    .flatMap(({ data }) => {
      const { characteristics, filters } = data[0]?.model as {
        characteristics: string[];
        filters: Array<{ values: string[] }>;
      };
      return characteristics.map((id) => `${filters[0]?.values.join()} ${id}`);
    });
  const all = plan.stations.flatMap(({ id: station, characteristics }) => {
    const sites = new Set(plan.equipment.filter((machine) => machine.station === station).map(({ site }) => site));
    return characteristics.flatMap(({ id }) => [...sites].map((site) => `${site} ${id}`));
  });
  expect(watched.sort()).toEqual(all.sort());
});

it('rules of cells wait for nothing, since a cell is gone from the window before any wait ends', () => {
  const ofCells = rules.filter(({ data }) => data[0]?.model.kinds?.includes('out-of-spec'));
  expect(ofCells.map((rule) => rule.for)).toEqual(ofCells.map(() => '0s'));
});

it('only the rule that watches the datasource fires when a query fails', () => {
  const failing = rules.filter(({ execErrState }) => execErrState !== 'KeepLast');
  expect(failing.map(({ uid }) => uid)).toEqual(['cellthread-datasource']);
  expect(rules.map(({ noDataState }) => noDataState)).toEqual(rules.map(() => 'OK'));
});

it('the rule that watches the datasource names every other rule with its interval, so that none is missed in silence', () => {
  const watchdog = rules.find(({ uid }) => uid === 'cellthread-datasource');
  const model = watchdog?.data[0]?.model as { kinds: string[]; watch: Array<Record<string, unknown>> };
  expect(model.kinds).toEqual(['unread']);
  const others = rules.filter((rule) => rule !== watchdog && rule.data[0]?.model.queryType === 'signals');
  expect(model.watch).toHaveLength(others.length);
  const seconds: Record<string, number> = { '10s': 10, '1m': 60, '10m': 600 };
  for (const { interval, data } of others) {
    const { kinds, state, stations, characteristics, filters } = data[0]?.model ?? {};
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

it('a planned stop mutes the rules of its own site and of no other', () => {
  const sites = plan.sites.map(({ id }) => id);
  expect(sites.length).toBeGreaterThan(1);
  const muted = rules.filter(({ notification_settings: { mute_time_intervals } }) => mute_time_intervals?.length);
  expect(muted.length).toBeGreaterThan(sites.length);
  const asked = muted.map(({ data, notification_settings }) => ({
    sites: (data[0]?.model.filters as Array<{ key: string; values: string[] }>)
      .filter(({ key }) => key === 'site')
      .flatMap(({ values }) => values),
    stops: notification_settings.mute_time_intervals,
  }));
  expect(
    asked.filter(({ sites, stops }) => stops?.join() !== sites.map((id) => `cellthread-${id}-planned-stops`).join())
  ).toEqual([]);
  expect(asked.filter(({ sites }) => sites.length !== 1)).toEqual([]);
});

it('every rule names a contact point and mute timings that are provisioned', () => {
  const names = read<{ contactPoints: Array<{ name: string }> }>('contact-points.yaml').contactPoints.map(
    ({ name }) => name
  );
  const timings = read<{ muteTimes: Array<{ name: string }> }>('mute-timings.yaml').muteTimes.map(({ name }) => name);
  for (const { notification_settings } of rules) {
    expect(names).toContain(notification_settings.receiver);
    expect(timings).toEqual(expect.arrayContaining(notification_settings.mute_time_intervals ?? []));
  }
});

it('no file sets notification policies, which would replace the whole tree of the user', () => {
  expect(Object.values(files).filter((text) => /^policies:/m.test(text))).toEqual([]);
});

it('labels set by a rule are none of the frame, and annotations alone carry measured values', () => {
  expect(rules.filter(({ labels }) => JSON.stringify(labels).includes('{{'))).toEqual([]);
  const framed = rules.filter(({ execErrState }) => execErrState === 'KeepLast');
  expect(
    framed
      .flatMap(({ labels }) => Object.keys(labels))
      .filter((key) => [...signalLabels, ...cellLabels].includes(key as never))
  ).toEqual([]);
});

it('no text needs a measured value, since Grafana writes them for evaluations without data as well', () => {
  const texts = rules.flatMap(({ annotations }) => Object.values(annotations));
  expect(texts.filter((text) => /\$values(?!\.A }})/.test(text))).toEqual([]);
});

it('every alert of a characteristic says what to do in the words of its reaction plan', () => {
  const filling = rules.find(({ uid }) => uid === 'cellthread-oos-filling');
  const reaction = plan.stations
    .flatMap(({ characteristics }) => characteristics)
    .find(({ id }) => id === 'fill_mass')?.reaction;
  expect(filling?.annotations.description).toContain(reaction?.text.en);
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
