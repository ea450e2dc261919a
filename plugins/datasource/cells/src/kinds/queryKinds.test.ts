import type { Vocabulary } from '../lookups/Vocabulary';
import { operatorName } from '../editor/operators';
import type { CellsQuery } from '../query';
import { readText } from '../testing/readText';
import { listed, type Listed } from './Listed';
import { lineLookups } from '../testing/lineLookups';
import { missingPart } from './missingPart';
import { queryKinds } from './queryKinds';
import { travelerParts } from '@cellthread/vocabulary';
import { visitOptions } from './visitOptions';

const place = (id: string, name: string) => ({ id, name });
const line: Listed = {
  first: { station: place('filling', 'Filling'), characteristic: place('fill_mass', 'Fill mass') },
  last: { station: place('eol', 'End of line'), characteristic: place('acir', 'AC resistance') },
};

const vocabulary = JSON.parse(readText('pkg/types/testdata/vocabulary.json')) as Vocabulary;

describe('the registry of query types', () => {
  it('holds the types of the backend, in its order', () => {
    expect(queryKinds.map(({ id, alertable }) => ({ name: id, alertable }))).toEqual(vocabulary.queryTypes);
  });

  it('names every operator and every choice of visits of the backend', () => {
    expect(vocabulary.operators.filter((operator) => !operatorName(operator))).toEqual([]);
    expect(visitOptions.map(({ value }) => value)).toEqual(vocabulary.visits);
  });

  it('names the parts of a traveler as the backend does', () => {
    const source = readText('pkg/types/traveler/parts.go');
    expect([...source.matchAll(/\{"(\w+)", \(\*traveler\)/g)].map(([, name]) => name)).toEqual(travelerParts);
  });

  it.each(queryKinds.flatMap((kind) => kind.examples(line).map((example) => ({ kind, ...example }))))(
    'offers an example that can be sent: $title',
    ({ kind, query }) => {
      const example: CellsQuery = { ...query, queryType: kind.id, refId: 'A' };
      expect(missingPart(example)).toBeUndefined();
      expect(kind.text(example)).not.toContain('…');
    }
  );

  it('tells its examples by the first and last station of cells that measure, as the data source lists them', async () => {
    expect(await listed(lineLookups())).toEqual(line);
  });

  it('uses in its examples and defaults only words of the backend', () => {
    const queries = queryKinds.flatMap(({ defaults, examples }) => [
      defaults,
      ...examples(line).map(({ query }) => query),
    ]);
    const words = Object.values(vocabulary).flat() as string[];
    const used = queries.flatMap(({ kinds, visits, runTypes, include, state }) => [
      kinds,
      visits,
      runTypes,
      include,
      state,
    ]);
    expect(used.flat().filter((word) => word !== undefined && !words.includes(word as string))).toEqual([]);
  });
});
