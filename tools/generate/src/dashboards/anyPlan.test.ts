import { parsePlan } from '@cellthread/plan';
import { planWith } from '../../../../packages/plan/src/planWith';
import { dashboards } from './dashboards';

interface DashboardJson {
  uid: string;
  templating: {
    list: Array<{ name: string; multi?: boolean; current?: { text?: string | string[]; value?: string | string[] } }>;
  };
  panels: Array<{
    title: string;
    type: string;
    gridPos: { x: number; y: number; w: number; h: number };
    fieldConfig: { overrides: Array<{ matcher: { options: string }; properties: object[] }> };
    targets?: Array<{ station?: string; stations?: string[]; characteristics?: string[] }>;
  }>;
}

const nameOf = (id: string) => `${id.toUpperCase()} (gauge 7)`;
const number = (id: string, more = '') => `{ id: ${id}, name: "${nameOf(id)}", unit: lengthmm${more} }`;
const text = '{ id: code, name: Code, unit: none, type: text }';
const severe = ', severity: critical, special_class: CC, measurement: { grr: 10 }';

const plans: Array<[string, string[]]> = [
  ['nothing that can be charted', []],
  ['one number', ['width']],
  ['two numbers', ['width', 'depth']],
  ['many numbers', ['width', 'depth', 'height', 'mass']],
];

describe.each(plans)('dashboards of a plan with %s', (_, ids) => {
  const plan = parsePlan(
    planWith({ characteristics: `[${[...ids.map((id) => number(id)), text].join(', ')}]` }),
    'plan.yaml'
  );
  const all = Object.values(dashboards.outputs(plan)).map((json) => JSON.parse(json) as DashboardJson);

  it('ask for what the plan has, and show each number once', () => {
    for (const { uid, panels } of all) {
      const targets = panels.flatMap((panel) => panel.targets ?? []);
      const stations = targets.flatMap(({ station = [], stations: more = [] }) => [station, more].flat());
      expect(stations.filter((id) => !['$station', 'press', 'bake'].includes(id))).toEqual([]);
      const asked = targets.flatMap(({ characteristics = [] }) => characteristics);
      const wanted = uid === 'cellthread-line' || uid === 'cellthread-characteristic' ? ids.slice(0, 3) : [];
      expect(asked.filter((id) => id !== '$characteristic')).toEqual(wanted);
    }
  });

  it('have no hole and no word of what is not there', () => {
    for (const { panels } of all) {
      const area = panels.reduce((sum, { gridPos: { w, h } }) => sum + w * h, 0);
      const bottom = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h));
      expect(area).toBe(24 * bottom);
    }
    expect(JSON.stringify(all)).not.toMatch(/undefined|NaN/);
    const charted = all.flatMap(({ panels }) => panels.filter(({ type }) => type.includes('controlchart')));
    expect(charted.filter(({ title }) => title.includes('('))).toEqual([]);
  });

  it('begin with a station and a characteristic that it has', () => {
    const begun = all
      .flatMap(({ templating }) => templating.list)
      .filter(({ name, multi }) => ['station', 'characteristic'].includes(name) && !multi)
      .map(({ current }) => current?.value);
    expect(begun).toEqual(
      ids.length > 0 ? ['press', ids[0], 'press', ids[0]] : [undefined, undefined, undefined, undefined]
    );
  });

  it('show names where they begin, and on every chart in place of an id', () => {
    const begun = all
      .flatMap(({ templating }) => templating.list)
      .filter(({ name, multi }) => ['station', 'characteristic'].includes(name) && !multi)
      .map(({ current }) => current?.text);
    const [first] = ids.map(nameOf);
    expect(begun).toEqual(first ? ['Press', first, 'Press', first] : [undefined, undefined, undefined, undefined]);
    for (const { targets = [], fieldConfig } of all.flatMap(({ panels }) =>
      panels.filter(({ type }) => type.includes('controlchart'))
    )) {
      const [asked] = targets.flatMap(({ characteristics = [] }) => characteristics);
      const drawn = asked === '$characteristic' ? [...ids, 'code'] : [asked!];
      expect(fieldConfig.overrides.map(({ matcher }) => matcher.options)).toEqual(drawn);
      expect(fieldConfig.overrides.flatMap(({ properties }) => properties)).toEqual(
        drawn.map((id) => ({ id: 'displayName', value: id === 'code' ? 'Code' : nameOf(id) }))
      );
    }
  });
});

it('what has control limits is shown first, then what is severest', () => {
  const plan = parsePlan(
    planWith({
      characteristics: `[${number('width')}, ${number('depth', severe)}, ${number('height')}, ${number('mass')}]`,
      rest: 'control_limits: [{ station: press, characteristic: mass, model: normal, centre: 1, sigma_within: 1, status: provisional }]',
    }),
    'plan.yaml'
  );
  const line = Object.values(dashboards.outputs(plan))
    .map((json) => JSON.parse(json) as DashboardJson)
    .find(({ uid }) => uid === 'cellthread-line')!;
  expect(line.panels.filter(({ type }) => type.includes('controlchart')).map(({ title }) => title)).toEqual([
    'MASS',
    'DEPTH',
    'WIDTH',
  ]);
});
