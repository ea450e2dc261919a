import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { dashboards } from './dashboards';
import { dashboardUids } from './dashboard';
import { kindWords, plantKinds, stationKinds } from './signalKinds';
import { dashboardWords } from './words/registry';

interface Json {
  uid: string;
  title: string;
  tags: string[];
  templating: { list: Array<{ name: string; type: string }> };
  panels: Array<{
    id: number;
    type: string;
    datasource: { uid: string };
    targets?: Array<{
      queryType: string;
      station?: string;
      stations?: string[];
      characteristics?: string[];
      kinds?: string[];
      count?: boolean;
      note?: string;
    }>;
    fieldConfig: {
      defaults: { noValue?: string; mappings?: unknown[] };
      overrides: Array<{ properties: Array<{ id: string }> }>;
    };
  }>;
  annotations: { list: Array<{ builtIn?: number; enable: boolean }> };
}

const plan = loadPlan();
const files = Object.entries(dashboards.outputs(plan)).map(([file, text]) => ({
  file,
  json: JSON.parse(text) as Json,
}));
const panels = join(__dirname, '../../../../plugins/panel');
const own = readdirSync(panels).map((name) => `cellthread-${name}-panel`);
const core = ['timeseries', 'table', 'stat', 'text'];
/** Options of a column under the names by which the table of Grafana 12.4 registers them: an override of any other does nothing. */
const ofColumns =
  'minWidth width align wrapText wrapHeaderText filterable hideFrom.viz footer.reducers cellOptions inspect tooltip.field tooltip.placement styleField'
    .split(' ')
    .map((name) => `custom.${name}`);

describe.each(files)('$file', ({ json }) => {
  it('has the uid that links and alert rules use', () => {
    expect(Object.values(dashboardUids)).toContain(json.uid);
    expect(json.tags).toContain('cellthread');
  });

  it('names no datasource of its own', () => {
    expect(json.panels.map((panel) => panel.datasource.uid)).toEqual(json.panels.map(() => '${datasource}'));
    expect(json.templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource' });
  });

  it('sets only such options of columns as the table of Grafana has', () => {
    const tables = json.panels.filter(({ type }) => type === 'table');
    const set = tables.flatMap(({ fieldConfig }) => fieldConfig.overrides.flatMap(({ properties }) => properties));
    const own = set.map(({ id }) => id).filter((id) => id.startsWith('custom.'));
    expect(own.filter((id) => !ofColumns.includes(id))).toEqual([]);
  });

  it('takes the provisioned datasource until another is chosen', () => {
    expect(json.templating.list[0]).toMatchObject({ current: { value: 'cellthread' }, hide: 0 });
  });

  it('draws no annotation of a rule into a chart of something else', () => {
    expect(json.annotations.list.filter(({ builtIn, enable }) => builtIn !== 1 || enable)).toEqual([]);
    expect(json.annotations.list).toHaveLength(1);
  });

  it('has tiles whose every number is an answer, and that say when there is none', () => {
    for (const { fieldConfig, targets = [] } of json.panels.filter(({ type }) => type === 'stat')) {
      const { noValue, mappings } = fieldConfig.defaults;
      expect(noValue).toBeUndefined();
      expect(JSON.stringify(mappings)).toContain('"match":"null","result":{"text":"Cannot be read","color":"red"');
      expect(targets.every(({ count, queryType }) => count || queryType === 'visits')).toBe(true);
    }
  });

  it('has lists that tell a failed query from an empty one', () => {
    for (const { fieldConfig, targets = [] } of json.panels.filter(({ type }) => type === 'table')) {
      expect(fieldConfig.defaults.noValue).toBe('Cannot be read, or not yet');
      expect(targets.filter(({ note }) => !note)).toEqual([]);
    }
  });

  it('uses our panels and timeseries, table, stat and text only', () => {
    expect(json.panels.map((panel) => panel.type).filter((type) => ![...own, ...core].includes(type))).toEqual([]);
  });

  it('asks for stations and characteristics of the plan, or for a variable that it has', () => {
    const variables = json.templating.list.map(({ name }) => `$${name}`);
    const known = [
      ...variables,
      ...plan.stations.flatMap((station) => [station.id, ...station.characteristics.map(({ id }) => id)]),
    ];
    const asked = json.panels
      .flatMap((panel) => panel.targets ?? [])
      .flatMap((query) => [query.station ?? [], query.stations ?? [], query.characteristics ?? []].flat());
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('fills rows of 24 columns without panels on top of each other', () => {
    const taken = new Set<string>();
    const panels = json.panels as unknown as Array<{ gridPos: { x: number; y: number; w: number; h: number } }>;
    for (const { gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x},${y}`)).toBe(false);
          taken.add(`${x},${y}`);
        }
      }
    }
  });
});

it('every kind of signal that the datasource knows has a word and a place in the lists of line and station', () => {
  const file = join(__dirname, '../../../../plugins/datasource/cells/pkg/types/testdata/vocabulary.json');
  const { signalKinds } = JSON.parse(readFileSync(file, 'utf8')) as { signalKinds: string[] };
  expect([...plantKinds, 'unacknowledged'].sort()).toEqual([...signalKinds].sort());
  const words = kindWords(dashboardWords(plan)).map(({ id }) => id);
  expect(signalKinds.filter((kind) => !words.includes(kind))).toEqual([]);
  const listed = (uid: string) =>
    files
      .find(({ json }) => json.uid === uid)!
      .json.panels.filter(({ type }) => type === 'table')
      .flatMap(({ targets = [] }) => targets.flatMap(({ kinds = [] }) => kinds));
  expect(listed(dashboardUids.line).sort()).toEqual([...plantKinds].sort());
  expect(listed(dashboardUids.station).sort()).toEqual([...stationKinds].sort());
});

it('there is a file for every uid', () => {
  expect(files.map(({ json }) => json.uid).sort()).toEqual(Object.values(dashboardUids).sort());
});
