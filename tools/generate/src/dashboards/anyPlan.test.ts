import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePlan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import { planWith } from '../../../../packages/plan/src/planWith';
import { generators } from '../generators';
import { dashboards } from './dashboards';

interface DashboardJson {
  uid: string;
  templating: { list: Array<{ name: string; current?: { value?: string | string[] } }> };
  panels: Array<{
    title: string;
    type: string;
    gridPos: { x: number; y: number; w: number; h: number };
    targets?: Array<{ station?: string; stations?: string[]; characteristics?: string[] }>;
  }>;
}

const number = (id: string, more = '') => `{ id: ${id}, name: "${id.toUpperCase()} (gauge 7)", unit: lengthmm${more} }`;
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
      .filter(({ name }) => ['station', 'characteristic'].includes(name))
      .map(({ current }) => current?.value);
    expect(begun).toEqual(
      ids.length > 0 ? ['press', ids[0], 'press', ids[0]] : [undefined, undefined, undefined, undefined]
    );
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

it('no generator names a station or characteristic of a plan', () => {
  const { stations } = loadPlan();
  const ids = stations.flatMap(({ id, characteristics }) => [id, ...characteristics.map((c) => c.id)]);
  const root = path.resolve(__dirname, '..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts')
  );
  expect(sources.length).toBeGreaterThan(generators.length);
  const named = sources.flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    return ids.filter((id) => new RegExp(`['"\`]${id}['"\`]`).test(source)).map((id) => `${file}: ${id}`);
  });
  expect(named).toEqual([]);
});
