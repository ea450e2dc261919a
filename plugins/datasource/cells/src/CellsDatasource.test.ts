import { CoreApp, dateTime, type DataSourceInstanceSettings } from '@grafana/data';
import { setBackendSrv, setTemplateSrv, type BackendSrv, type TemplateSrv } from '@grafana/runtime';
import { readdirSync } from 'fs';
import { join } from 'path';
import { lastValueFrom, of } from 'rxjs';
import { CellsDatasource } from './CellsDatasource';
import type { CellsQuery, LookupQuery } from './query';
import type { CellsSettings } from './settings';
import { readText } from './testing/readText';
import { missingOfLookup } from './variables/lookupKinds';
import { LookupVariables } from './variables/LookupVariables';

const asked: string[] = [];
const values: Record<string, string> = { $site: 'de1', $line: 'line-1,line-2', $station: 'filling', $cell: '' };

beforeAll(() => {
  setTemplateSrv({
    replace: (text = '', _: unknown, format?: string | ((value: string) => string)) => {
      const value = text === '$all' ? (format === 'text' ? 'All' : 'a,b') : (values[text] ?? text);
      return typeof format === 'function' ? format(value) : value;
    },
    getVariables: () => [
      { type: 'query', name: 'site' },
      { type: 'datasource', name: 'datasource' },
    ],
  } as unknown as TemplateSrv);
  setBackendSrv({
    fetch: ({ url, params }: { url: string; params?: Record<string, string> }) => {
      asked.push(`${url.split('/resources/')[1] ?? url}?${new URLSearchParams(params).toString()}`);
      return of({ data: url.includes('/resources/') ? [{ value: 'x', label: 'X' }] : { results: {} }, status: 200 });
    },
  } as unknown as BackendSrv);
});
beforeEach(() => asked.splice(0));

const datasource = () =>
  new CellsDatasource({
    id: 1,
    uid: 'cellthread',
    type: 'cellthread-cells-datasource',
    jsonData: {},
  } as DataSourceInstanceSettings<CellsSettings>);
const range = { from: dateTime(1000), to: dateTime(2000), raw: { from: dateTime(1000), to: dateTime(2000) } };

describe('a variable', () => {
  const list = async (query: Partial<LookupQuery>) => {
    const request = { targets: [{ refId: 'variable', queryType: 'variable', ...query }], range, scopedVars: {} };
    const { data } = await lastValueFrom(new LookupVariables(datasource()).query(request as never));
    return data.map(({ fields }: { fields: Array<{ name: string; values: string[] }> }) =>
      fields.map(({ name, values: of }) => [name, ...of])
    );
  };

  it('lists within the values of other variables and the time range', async () => {
    expect(await list({ kind: 'lines', site: '$site' })).toEqual([
      [
        ['text', 'X'],
        ['value', 'x'],
      ],
    ]);
    expect(asked).toEqual(['lines?site=de1&from=1000&to=2000']);
  });

  it('on All does not narrow, and neither does one without a value', async () => {
    await list({ kind: 'equipment', site: '$all', line: '$line', station: '$unknown' });
    expect(asked).toEqual(['equipment?line=line-1%2Cline-2&from=1000&to=2000']);
  });

  it('that is not complete asks nothing', async () => {
    expect(await list({ kind: 'lots' })).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('ad-hoc filters', () => {
  const queries = [{ refId: 'A', queryType: 'visits', station: '$station' }];

  it('offer the columns of the stations on the dashboard', async () => {
    expect(await datasource().getTagKeys({ filters: [], queries })).toEqual([{ text: 'x' }]);
    expect(asked).toEqual(['filter-keys?station=filling']);
  });

  it('offer planned values where there is a plan, stored ones otherwise', async () => {
    await datasource().getTagValues({ key: 'line', filters: [], queries });
    await datasource().getTagValues({ key: 'verdict', filters: [], queries });
    expect(asked).toEqual(['lines?station=filling', 'filter-values?station=filling&key=verdict']);
  });
});

describe('a query', () => {
  const send = (query: Partial<CellsQuery>) =>
    lastValueFrom(
      datasource().query({
        targets: [{ refId: 'A', ...query }],
        range,
        scopedVars: {},
        intervalMs: 1,
        maxDataPoints: 1,
      } as never)
    );

  it('is sent when it is complete', async () => {
    await send({ queryType: 'traveler', cellId: 'A1' });
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Partial<CellsQuery>]>([
    ['is hidden', { queryType: 'events', hide: true }],
    ['names no cell', { queryType: 'traveler', cellId: '' }],
    ['names a variable without a value', { queryType: 'traveler', cellId: '$cell' }],
  ])('is not sent when it %s', async (_, query) => {
    await send(query);
    expect(asked).toEqual([]);
  });

  it('starts with visits on a dashboard and with signals in an alert rule', () => {
    expect(datasource().getDefaultQuery(CoreApp.PanelEditor).queryType).toBe('visits');
    expect(datasource().getDefaultQuery(CoreApp.UnifiedAlerting).queryType).toBe('signals');
  });

  it('has a short text', () => {
    const query = {
      refId: 'A',
      queryType: 'visits',
      station: 'filling',
      characteristics: ['fill_mass'],
      visits: 'first' as const,
    };
    expect(datasource().getQueryDisplayText(query)).toBe('fill_mass of first visits at filling');
  });

  it('may name variables of the dashboard, but no datasource', () => {
    expect(datasource().variableNames()).toEqual(['site']);
  });
});

describe('the provisioned dashboards', () => {
  const folder = '../../../provisioning/dashboards';
  const files = readdirSync(join(__dirname, '..', folder)).filter((name) => name.endsWith('.json'));
  const objects = (value: unknown): Array<Record<string, unknown>> =>
    value && typeof value === 'object'
      ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objects)]
      : [];

  it.each(files)('%s asks only what is complete', (file) => {
    const queries = objects(JSON.parse(readText(`${folder}/${file}`))).filter(
      ({ queryType }) => queryType
    ) as CellsQuery[];
    const incomplete = queries.filter((query) =>
      query.queryType === 'variable' ? missingOfLookup(query) : !datasource().filterQuery(query)
    );
    expect(queries.length).toBeGreaterThan(0);
    expect(incomplete).toEqual([]);
  });
});
