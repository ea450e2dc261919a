import { type ChartData, type ChartType } from '@cellthread/stats/charts/types';
import { type Fields, numbersOf } from './fields';
import { ProblemError } from './ProblemError';

type Shape = Pick<ChartData, 'values' | 'starts' | 'columns'>;
type Numbers = Array<number | null>;

function nested(lists: readonly Numbers[]): { values: Float64Array; starts: Int32Array } {
  let at = 0;
  const starts = Int32Array.from(lists, ({ length }) => (at += length) - length);
  return { values: numbersOf(lists.flat()), starts };
}

/** `sizes` for flat values: one size for all (the last subgroup may be shorter) or one a subgroup. */
function startsOf(fields: Fields, count: number): Int32Array {
  const sizes = fields.get('sizes') as number | number[];
  if (typeof sizes === 'number') {
    return Int32Array.from({ length: Math.ceil(count / sizes) }, (_, i) => i * sizes);
  }
  let at = 0;
  const starts = Int32Array.from(sizes, (size) => (at += size) - size);
  if (at !== count) {
    throw new ProblemError(fields.name('sizes'), `add up to ${at}, but there are ${count} values`);
  }
  return starts;
}

function width({ values, starts }: { values: Float64Array; starts: Int32Array }, name: string): number {
  const columns = starts.length > 1 ? starts[1]! : values.length;
  for (let i = 0; i < starts.length; i++) {
    if ((starts[i + 1] ?? values.length) - starts[i]! !== columns) {
      throw new ProblemError(`${name}[${i}]`, `must have ${columns} numbers like the first row`);
    }
  }
  if (columns === 0) {
    throw new ProblemError(name, 'has no numbers');
  }
  return columns;
}

function rows(fields: Fields): Shape {
  const subgroups = fields.list<Numbers[]>('subgroups');
  if (subgroups) {
    refuseBoth(fields, 'rows');
    const flat = nested(subgroups.flat());
    let at = 0;
    const starts = Int32Array.from(subgroups, ({ length }) => (at += length) - length);
    return { values: flat.values, starts, columns: width(flat, fields.name('subgroups')) };
  }
  const flat = nested(fields.needed('rows', fields.list<Numbers>('rows')));
  return { values: flat.values, columns: width(flat, fields.name('rows')) };
}

function streams(fields: Fields): Shape {
  const values = fields.numbers('values')!;
  const starts: number[] = [];
  const windows = fields.labels('windows', values.length)!.ids;
  windows.forEach((id, i) => {
    if (i === 0 || id !== windows[i - 1]) {
      if (id !== starts.length) {
        throw new ProblemError(`${fields.name('windows')}[${i}]`, 'returns to an earlier window; sort by window');
      }
      starts.push(i);
    }
  });
  return { values, starts: Int32Array.from(starts) };
}

/** Of two ways to give the data only one. */
function refuseBoth(fields: Fields, other: 'values' | 'rows'): void {
  if (fields.has(other)) {
    throw new ProblemError(fields.name(other), `give either ${other} or subgroups`);
  }
}

function subgroupsOrValues(fields: Fields, needsSubgroups: boolean): Shape {
  const subgroups = fields.list<Numbers>('subgroups');
  if (subgroups) {
    refuseBoth(fields, 'values');
    if (fields.has('sizes')) {
      throw new ProblemError(fields.name('sizes'), 'belong to values; subgroups have their own');
    }
    return nested(subgroups);
  }
  const values = fields.needed('values', fields.numbers('values'));
  if (fields.has('sizes')) {
    return { values, starts: startsOf(fields, values.length) };
  }
  if (needsSubgroups) {
    throw new ProblemError(fields.name('subgroups'), 'is missing (or give values with sizes)');
  }
  return { values };
}

/** Values, subgroups or rows, as the input of a chart takes them. */
export function readShape(fields: Fields, input: ChartType['input']): Shape {
  switch (input) {
    case 'rows':
      return rows(fields);
    case 'streams':
      return streams(fields);
    case 'subgroups':
    case 'values-or-subgroups':
      return subgroupsOrValues(fields, input === 'subgroups');
    default:
      return { values: fields.numbers('values')! };
  }
}
