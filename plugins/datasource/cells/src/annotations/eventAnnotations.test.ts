import type { AnnotationQuery } from '@grafana/data';
import type { Vocabulary } from '../lookups/Vocabulary';
import type { CellsQuery } from '../query';
import { readText } from '../testing/readText';
import { eventAnnotations } from './eventAnnotations';

const annotation = (target?: Partial<CellsQuery>) =>
  ({ name: 'Holds', enable: true, iconColor: 'red', target }) as AnnotationQuery<CellsQuery>;

describe('annotations', () => {
  it('ask for events, by default of the kinds that explain a chart', () => {
    const { kinds, queryType } = eventAnnotations.prepareQuery?.(annotation()) as CellsQuery;
    const { eventKinds } = JSON.parse(readText('pkg/types/testdata/vocabulary.json')) as Vocabulary;
    expect(queryType).toBe('events');
    expect(kinds).toContain('tool-change');
    expect((kinds as string[]).filter((kind) => !eventKinds.includes(kind))).toEqual([]);
  });

  it('keep what was chosen', () => {
    const query = eventAnnotations.prepareQuery?.(annotation({ kinds: ['note'], stations: ['filling'] }));
    expect(query).toMatchObject({ queryType: 'events', kinds: ['note'], stations: ['filling'], refId: 'Anno' });
  });

  it('get the columns that Grafana maps by name', () => {
    const [, columns = ''] = readText('pkg/types/testdata/cases/events/all_events_as_annotations/expected.txt').split(
      '\n'
    );
    expect(columns.split(/\s+/)).toEqual(expect.arrayContaining(['time', 'timeEnd', 'title', 'text', 'tags', 'id']));
  });
});
