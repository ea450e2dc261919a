import { Draw } from './Draw';
import { randomProblem } from './randomProblem';

type Holder = Record<string, unknown>;

/** What may stand where something else belongs. */
const odd = [null, true, 'x', 'N1', '', -1, 0, 0.5, 3, 1e-200, 2e9, 1e101, [], [[]], [null], ['x', 2], {}, { k: 1 }];
const fields = [
  'values',
  'sizes',
  'spec',
  'given',
  'rules',
  'baseline',
  'ewma',
  'table',
  'groups',
  'lamda',
  'a/b',
  '~1',
];

/** Objects and lists of a problem, itself among them. */
function holders(value: unknown): Holder[] {
  return value === null || typeof value !== 'object' ? [] : [value as Holder, ...Object.values(value).flatMap(holders)];
}

function spoil(draw: Draw, holder: Holder): void {
  const other: unknown = structuredClone(draw.pick(odd));
  const known = Object.keys(holder);
  const isList = Array.isArray(holder);
  if (known.length > 0 && draw.chance(0.7)) {
    holder[draw.pick(known)] = other;
  } else if (!isList && known.length > 0 && draw.chance(0.3)) {
    delete holder[draw.pick(known)];
  } else if (isList) {
    holder.push(other);
  } else {
    holder[draw.pick(fields)] = other;
  }
}

/** The seeded random problem of a number, with one to three of its places spoilt. */
export function malformedProblem(seed: number): object {
  const problem = JSON.parse(JSON.stringify(randomProblem(seed))) as Holder;
  const draw = new Draw(seed);
  for (let i = draw.whole(1, 3); i > 0; i--) {
    spoil(draw, draw.chance(0.5) ? problem : draw.pick(holders(problem)));
  }
  return problem;
}
