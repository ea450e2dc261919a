import type { StoredQuery } from 'cellthread-cells-datasource/queries';
import { chosen, signalsQuery, visitsQuery } from './queries';

test('a filter on a variable takes all of its values', () => {
  expect(chosen('site')).toEqual({ key: 'site', operator: '=|', values: ['$site'] });
  expect(chosen('station', 'step').values).toEqual(['$step']);
});

test('what a query adds stands in place of what visits usually ask', () => {
  const { visits, include, station } = visitsQuery('$station', [], [], { visits: 'all', include: [] });
  expect({ visits, include, station }).toEqual({ visits: 'all', include: [], station: '$station' });
});

test('a query with a key, kind, filter or type that the datasource lacks does not compile', () => {
  const queries: StoredQuery[] = [
    // @ts-expect-error a key of no query of signals
    { queryType: 'signals', kinds: ['silent'], stattions: [] },
    // @ts-expect-error no kind of signal
    signalsQuery(['out-of-specs'], 'fresh', []),
    // @ts-expect-error nothing that every plant can be filtered by
    signalsQuery(['silent'], 'fresh', [chosen('nozzle')]),
    // @ts-expect-error no query type
    { queryType: 'visit' },
    // @ts-expect-error no number of a yield
    { queryType: 'yield', values: ['first-pass'] },
  ];
  expect(queries).toHaveLength(5);
});
