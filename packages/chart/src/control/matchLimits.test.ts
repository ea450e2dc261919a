import { readFileSync } from 'node:fs';
import path from 'node:path';
import { limitOf } from './Observations';
import { matchLimits, type PlanStretch } from './matchLimits';

const stretch = (over: Partial<PlanStretch>): PlanStretch => ({
  product: '*',
  stratum: '*',
  from: null,
  to: null,
  lsl: null,
  target: null,
  usl: null,
  centre: null,
  sigmaWithin: null,
  sigmaBetween: null,
  sigmaPlotted: null,
  subgroupSize: null,
  lcl: null,
  ucl: null,
  approved: true,
  revision: '',
  ...over,
});
const columns: Record<string, string[]> = {
  product: ['a', 'a', 'b', 'b'],
  equipment: ['f1', 'f1', 'f1', 'f2'],
  position: ['n1', 'n2', 'n1', 'n1'],
};
const read = (name: string) => columns[name] && ((row: number) => columns[name]![row]!);
const time = Float64Array.of(10, 20, 30, 40);
const revisions = (stretches: PlanStretch[], at: Float64Array | null = time) => {
  const limits = matchLimits(stretches, at, 4, read);
  return [0, 1, 2, 3].map((row) => limits.rows[limitOf(limits, row)]?.revision ?? 'none');
};

test('the narrowest stratum that fits a row holds, else the wider one', () => {
  expect(
    revisions([
      stretch({ revision: 'all' }),
      stretch({ stratum: 'equipment=f1', revision: 'f1' }),
      stretch({ stratum: 'equipment=f1,position=n1', revision: 'f1/n1' }),
    ])
  ).toEqual(['f1/n1', 'f1', 'f1/n1', 'all']);
});

test('a product has its own limits', () => {
  expect(revisions([stretch({ revision: 'all' }), stretch({ product: 'b', revision: 'b' })])).toEqual([
    'all',
    'all',
    'b',
    'b',
  ]);
});

test('a stretch holds from its first moment until just before its last', () => {
  expect(revisions([stretch({ from: 20, to: 40, revision: '1' })])).toEqual(['none', '1', '1', 'none']);
  expect(revisions([stretch({ to: 20, revision: '1' }), stretch({ from: 20, revision: '2' })])).toEqual([
    '1',
    '2',
    '2',
    '2',
  ]);
});

test('a stratum by a column that the rows do not have fits none of them', () => {
  expect(revisions([stretch({ stratum: 'lane=3', revision: '1' })])).toEqual(['none', 'none', 'none', 'none']);
});

test('strata with equal limits count as one, so that no line is cut between them', () => {
  const limits = matchLimits(
    [stretch({ stratum: 'position=n1', centre: 5 }), stretch({ stratum: 'position=n2', centre: 5 })],
    time,
    4,
    read
  );
  expect([0, 1, 2, 3].map((row) => limitOf(limits, row))).toEqual([0, 0, 0, 0]);
});

interface Vector {
  fact: string;
  rows: Array<{ id: number; product: string; stratum: string; from: number; until?: number }>;
  of: Array<{ product: string; at: Record<string, string>; second: number; holds: number | null }>;
}
const corpus = path.resolve(__dirname, '../../../plan/corpus/limits-in-force.json');
const { vectors } = JSON.parse(readFileSync(corpus, 'utf8')) as { vectors: Vector[] };

test.each(vectors.map((v) => [v.fact, v] as const))('as the backend: %s', (_, { rows, of }) => {
  const stretches = rows.map(({ id, product, stratum, from, until }) =>
    stretch({ product, stratum, from: from * 1000, to: until === undefined ? null : until * 1000, revision: `${id}` })
  );
  for (const { product, at, second, holds } of of) {
    const row: Record<string, string> = { product, ...at };
    const limits = matchLimits(stretches, Float64Array.of(second * 1000), 1, (name) => () => row[name] ?? '');
    const found = limits.rows[limitOf(limits, 0)]?.revision ?? null;
    expect([product, at, second, found]).toEqual([product, at, second, holds === null ? null : `${holds}`]);
  }
});
