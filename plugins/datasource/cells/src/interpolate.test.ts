import type { AdHocVariableFilter } from '@grafana/data';
import { interpolate, type Replace } from './interpolate';
import type { CellsQuery } from './query';
import type { VisitsQuery } from './kinds/visits/VisitsQuery';
import { visits } from './kinds/visits/visits';

interface Variable {
  value: string | string[];
  text?: string;
}

/** As in Grafana: All gives every option as value, and only its text says All. */
const dashboard: Record<string, Variable> = {
  station: { value: 'filling' },
  line: { value: ['line-1', 'line-2'] },
  one: { value: ['line-2'] },
  all: { value: ['line-1', 'line-2', 'line-3'], text: 'All' },
  literalAll: { value: ['$__all'], text: 'All' },
  nothing: { value: [] },
  empty: { value: '' },
};

const replace: Replace = (text, scopedVars, format) =>
  text.replace(/\$(\w+)/g, (match, name: string) => {
    const scoped = scopedVars?.[name] as Variable | undefined;
    const variable = scoped ?? dashboard[name];
    if (!variable) {
      return match;
    }
    const list = [variable.value].flat();
    if (typeof format === 'function') {
      return format(variable.value);
    }
    if (format === 'text') {
      return variable.text ?? list.join(' + ');
    }
    const glue = format === 'regex' ? '|' : ',';
    return list.length === 1 ? String(list[0]) : format === 'regex' ? `(${list.join(glue)})` : `{${list.join(glue)}}`;
  });

const ask = (query: Omit<CellsQuery, 'refId'>, adHoc?: AdHocVariableFilter[], openLists = ['characteristics']) => {
  const { refId, ...rest } = interpolate({ refId: 'A', ...query }, replace, {}, adHoc, openLists);
  expect(refId).toBe('A');
  return rest;
};
const NOTHING = { key: 'site', operator: '=|', values: [] };

describe('a filter', () => {
  it.each([
    ['one value stays one', { operator: '=', value: '$station' }, [{ operator: '=', value: 'filling' }]],
    [
      'several values of "is" become a list',
      { operator: '=', value: '$line' },
      [{ operator: '=|', values: ['line-1', 'line-2'] }],
    ],
    [
      'several values of "is not" become a list',
      { operator: '!=', value: '$line' },
      [{ operator: '!=|', values: ['line-1', 'line-2'] }],
    ],
    [
      'a list takes the values of a variable',
      { operator: '=|', values: ['$line'] },
      [{ operator: '=|', values: ['line-1', 'line-2'] }],
    ],
    [
      'a list mixes variables and names',
      { operator: '=|', values: ['line-9', '$one'] },
      [{ operator: '=|', values: ['line-9', 'line-2'] }],
    ],
    ['All drops it', { operator: '=|', values: ['$all'] }, []],
    ['All as Grafana stores it drops it', { operator: '=', value: '$literalAll' }, []],
    ['an empty selection matches nothing', { operator: '=|', values: ['$nothing'] }, [{ operator: '=|', values: [] }]],
    [
      'an empty selection of "is" matches nothing',
      { operator: '=', value: '$nothing' },
      [{ operator: '=|', values: [] }],
    ],
    ['no value asks for missing ones', { operator: '=', value: '' }, [{ operator: '=', value: '' }]],
    [
      'a regular expression takes alternatives',
      { operator: '=~', value: '$line' },
      [{ operator: '=~', value: '(line-1|line-2)' }],
    ],
    [
      'an unknown variable is left for the backend to refuse',
      { operator: '=', value: '$typo' },
      [{ operator: '=', value: '$typo' }],
    ],
  ])('%s', (_, filter, expected) => {
    const { filters } = ask({ queryType: 'visits', filters: [{ key: 'line', ...filter }] });
    // what is undefined is not sent
    expect(JSON.parse(JSON.stringify(filters))).toEqual(expected.map((one) => ({ key: 'line', ...one })));
  });

  it('takes its key and station from variables', () => {
    const { filters } = ask({
      queryType: 'cells',
      filters: [{ key: '$one', operator: '=', value: 'x', station: '$station' }],
    });
    expect(filters).toEqual([{ key: 'line-2', operator: '=', value: 'x', station: 'filling' }]);
  });

  it('of the dashboard is added, with its list', () => {
    const adHoc = [
      { key: 'shift', operator: '=', value: 'B' },
      { key: 'line', operator: '=|', value: 'line-1', values: ['line-1', 'line-2'] },
    ];
    expect(ask({ queryType: 'signals' }, adHoc).filters).toEqual([
      { key: 'shift', operator: '=', value: 'B' },
      { key: 'line', operator: '=|', values: ['line-1', 'line-2'] },
    ]);
  });

  it('is not invented', () => {
    expect(ask({ queryType: 'traveler', cellId: 'A1' })).toEqual({ queryType: 'traveler', cellId: 'A1' });
  });
});

describe('a list', () => {
  it('takes several values', () => {
    expect(ask({ queryType: 'visits', characteristics: ['$line', 'x'] }).characteristics).toEqual([
      'line-1',
      'line-2',
      'x',
    ]);
  });

  it('is open again under All, where an empty list is no restriction', () => {
    expect(ask({ queryType: 'visits', characteristics: ['$all'] })).toEqual({
      queryType: 'visits',
      characteristics: [],
    });
  });

  it('spells out All where an empty list means a default', () => {
    expect(ask({ queryType: 'visits', runTypes: ['$all'] }).runTypes).toEqual(['line-1', 'line-2', 'line-3']);
  });

  it('matches nothing under an empty selection, where an empty list would mean everything', () => {
    expect(ask({ queryType: 'visits', characteristics: ['$nothing'], filters: [] })).toEqual({
      queryType: 'visits',
      characteristics: [],
      filters: [NOTHING],
    });
  });

  it('names stations where they are what was not chosen', () => {
    expect(ask({ queryType: 'signals', stations: ['$nothing'], filters: [] }, [], ['stations']).filters).toEqual([
      { key: 'station', operator: '=|', values: [] },
    ]);
  });

  it('asks nothing of a station that measures nothing, and says what is missing', () => {
    const asked = (characteristics: string[]) =>
      visits.missing(ask({ queryType: 'visits', station: 'storage', characteristics, filters: [] }) as VisitsQuery);
    expect(asked(['$nothing'])).toMatch(/^a characteristic; where there is none to choose/);
    expect(asked(['$all'])).toBeUndefined();
    expect(asked([])).toBeUndefined();
  });

  it('that was empty in the query stays no restriction', () => {
    expect(ask({ queryType: 'visits', characteristics: [], filters: [] }).filters).toEqual([]);
  });
});

describe('other fields', () => {
  it('take one value', () => {
    expect(ask({ queryType: 'visits', station: '$station', cellId: '$empty' })).toMatchObject({
      station: 'filling',
      cellId: '',
    });
  });

  it('leave the query type and the reference as they are', () => {
    expect(interpolate({ refId: '$station', queryType: '$line' }, replace, {})).toEqual({
      refId: '$station',
      queryType: '$line',
    });
  });

  it('of a column that names several fields make several columns', () => {
    const { columns } = ask({
      queryType: 'cells',
      columns: [
        { station: '$station', field: '$line' },
        { station: 'eol', state: 'program' },
      ],
    });
    expect(columns).toEqual([
      { station: 'filling', field: 'line-1' },
      { station: 'filling', field: 'line-2' },
      { station: 'eol', state: 'program' },
    ]);
  });

  it('of a repeated panel are those of the repetition, though the dashboard stands on All', () => {
    const scoped = { all: { value: 'line-3', text: 'line-3' } };
    const filters = [{ key: 'line', operator: '=|', values: ['$all'] }];
    expect(interpolate({ refId: 'A', filters }, replace, scoped).filters).toEqual([
      { key: 'line', operator: '=|', values: ['line-3'] },
    ]);
  });
});
