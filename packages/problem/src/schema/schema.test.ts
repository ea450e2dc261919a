import { rules, ruleSets } from '@cellthread/stats';
import { sigmaEstimators } from '@cellthread/stats/sigma/sigmaEstimators';
import schema from '../../../../docs/spc-problem.schema.json';
import { answerProblem } from '../answerProblem';
import { problemKinds } from '../kinds';
import { ProblemError } from '../ProblemError';
import { sentences } from './sentence';

const kinds = problemKinds.map(({ id }) => id);

test('the schema names every kind, and gives each one shape', () => {
  expect(schema.properties.kind.enum).toEqual(expect.arrayContaining(kinds));
  expect(schema.properties.kind.enum).toHaveLength(kinds.length);
  expect(schema.allOf.flatMap((branch) => branch.if.properties.kind.enum).sort()).toEqual([...kinds].sort());
});

test('rules and estimators of σ are those of the arithmetic', () => {
  expect(schema.$defs.rules.items.then.enum).toEqual([...ruleSets, ...rules.map(({ id }) => id)]);
  expect(schema.$defs.sigma.enum.slice(0, -1).sort()).toEqual(sigmaEstimators.map(({ id }) => id).sort());
});

test.each(schema.$defs.probability.properties.function.enum)('the function %s is there', (name) => {
  expect(() => answerProblem({ kind: 'probability', function: name, arguments: [] })).toThrow(
    /^arguments: must be \d, not 0$/
  );
});

/** Keywords that lead to others, and those that ask nothing. */
const leading = ['$ref', '$defs', '$schema', 'allOf', 'properties', 'items', 'if', 'then', 'title', 'description'];

/** The parts below a keyword whose findings are told; those of an alternative are told by the `anyOf` around it. */
function partsBelow(keyword: string, value: unknown): unknown[] {
  const many = ['properties', '$defs', 'allOf'].includes(keyword);
  return many ? Object.values(value as object) : ['items', 'then'].includes(keyword) ? [value] : [];
}

function keywordsOf(part: unknown): string[] {
  const entries = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  return entries.flatMap(([keyword, value]) => [keyword, ...partsBelow(keyword, value).flatMap(keywordsOf)]);
}

test('every keyword of the schema has its sentence, or leads to one that has', () => {
  const found = new Set(keywordsOf(schema));
  expect([...found].filter((keyword) => !(keyword in sentences) && !leading.includes(keyword))).toEqual([]);
  expect(Object.keys(sentences).filter((keyword) => !found.has(keyword))).toEqual([]);
});

test('a list longer than two million entries is refused', () => {
  const values = new Array<number>(2_000_001).fill(1);
  expect(() => answerProblem({ kind: 'rules', values })).toThrow(
    new ProblemError('values', 'must have at most 2000000 entries, not 2000001')
  );
});
