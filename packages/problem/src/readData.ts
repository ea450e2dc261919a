import { type ChartData, type ChartType } from '@cellthread/stats/charts/types';
import { type Fields, numbersOf, ProblemError } from './fields';

/** Data of a problem with the names of its groups and clusters. */
export interface ProblemData {
  data: ChartData;
  groups?: string[];
  clusters?: Int32Array;
}

interface Shape {
  values: Float64Array;
  starts?: Int32Array;
  columns?: number;
}

function nested(list: unknown[], name: string): { values: Float64Array; starts: Int32Array } {
  const starts = new Int32Array(list.length);
  const parts = list.map((entry, i) => {
    if (!Array.isArray(entry)) {
      throw new ProblemError(`${name}[${i}]`, 'must be a list of numbers');
    }
    return numbersOf(entry, `${name}[${i}]`);
  });
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  parts.forEach((part, i) => {
    starts[i] = at;
    values.set(part, at);
    at += part.length;
  });
  return { values, starts };
}

/** `sizes` for flat values: one size for all (the last subgroup may be shorter) or one a subgroup. */
function startsOf(fields: Fields, count: number): Int32Array {
  const sizes = fields.get('sizes');
  if (typeof sizes === 'number') {
    const size = fields.needWhole('sizes', 1);
    return Int32Array.from({ length: Math.ceil(count / size) }, (_, i) => i * size);
  }
  const list = fields.needNumbers('sizes', false);
  const starts = new Int32Array(list.length);
  let at = 0;
  list.forEach((size, i) => {
    if (!Number.isInteger(size) || size < 0) {
      throw new ProblemError(`${fields.name('sizes')}[${i}]`, 'must be a whole number');
    }
    starts[i] = at;
    at += size;
  });
  if (at !== count) {
    throw new ProblemError(fields.name('sizes'), `add up to ${at}, but there are ${count} values`);
  }
  return starts;
}

function rows(fields: Fields): Shape {
  if (fields.has('subgroups')) {
    const outer = fields.list('subgroups')!;
    const inner = outer.map((entry, i) => {
      if (!Array.isArray(entry)) {
        throw new ProblemError(`${fields.name('subgroups')}[${i}]`, 'must be a list of rows');
      }
      return entry as unknown[];
    });
    const flat = nested(inner.flat(), fields.name('subgroups'));
    let at = 0;
    const starts = Int32Array.from(inner, (entry) => (at += entry.length) - entry.length);
    return { values: flat.values, starts, columns: width(flat, fields.name('subgroups')) };
  }
  const flat = nested(fields.needed('rows', fields.list('rows')), fields.name('rows'));
  return { values: flat.values, columns: width(flat, fields.name('rows')) };
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

function shape(fields: Fields, input: ChartType['input']): Shape {
  if (input === 'rows') {
    return rows(fields);
  }
  if (input === 'streams') {
    const values = fields.needNumbers('values');
    const windows = fields.needed('windows', fields.labels('windows', values.length)).ids;
    const starts: number[] = [];
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
  if (fields.has('subgroups')) {
    if (input === 'values' || input === 'counts') {
      throw new ProblemError(fields.name('subgroups'), 'this kind takes single values in "values"');
    }
    if (fields.has('values')) {
      throw new ProblemError(fields.name('values'), 'give either values or subgroups');
    }
    return nested(fields.list('subgroups')!, fields.name('subgroups'));
  }
  const values = fields.needNumbers('values');
  if (input === 'subgroups' && !fields.has('sizes')) {
    throw new ProblemError(fields.name('subgroups'), 'is missing (or give values with sizes)');
  }
  if (input !== 'counts' && input !== 'values' && fields.has('sizes')) {
    return { values, starts: startsOf(fields, values.length) };
  }
  return { values };
}

function flags(fields: Fields, field: string, count: number): Uint8Array | undefined {
  const indices = fields.indices(field, count);
  if (!indices) {
    return undefined;
  }
  const set = new Uint8Array(count);
  indices.forEach((i) => (set[i] = 1));
  return set;
}

/** Breaks stated, and those that a longer pause than `maxGap` between neighbouring `times` makes. */
function breaksOf(fields: Fields, count: number): Uint8Array | undefined {
  const stated = flags(fields, 'breaks', count);
  const times = fields.numbers('times', false);
  const gap = fields.number('maxGap', 0);
  if (!times) {
    return stated;
  }
  if (times.length !== count) {
    throw new ProblemError(fields.name('times'), `must have one entry a point: ${count}, not ${times.length}`);
  }
  const breaks = stated ?? new Uint8Array(count);
  for (let i = 1; i < count; i++) {
    if (times[i]! < times[i - 1]!) {
      throw new ProblemError(`${fields.name('times')}[${i}]`, 'is earlier than the one before; give process order');
    }
    if (gap !== undefined && times[i]! - times[i - 1]! > gap) {
      breaks[i] = 1;
    }
  }
  return breaks;
}

function sizesOf(fields: Fields, values: Float64Array, binomial: boolean): Float64Array | undefined {
  const given = fields.get('sizes');
  if (given === undefined || given === null) {
    if (binomial) {
      throw new ProblemError(fields.name('sizes'), 'is missing: units inspected, one number or one a point');
    }
    return undefined;
  }
  const sizes =
    typeof given === 'number'
      ? new Float64Array(values.length).fill(fields.needNumber('sizes', 0))
      : fields.needNumbers('sizes');
  if (sizes.length !== values.length) {
    throw new ProblemError(fields.name('sizes'), `must have one entry a count: ${values.length}, not ${sizes.length}`);
  }
  sizes.forEach((size, i) => {
    if (size < 0 || (binomial && size === size && !Number.isInteger(size))) {
      const what = binomial ? 'a whole number of units' : 'a number of units of at least 0';
      throw new ProblemError(
        `${fields.name('sizes')}${typeof given === 'number' ? '' : `[${i}]`}`,
        `must be ${what}, not ${size}`
      );
    }
  });
  return sizes;
}

/** Counts are whole and not negative; defective units no more than were inspected, and nothing is found in nothing. */
function refuseImpossibleCounts(
  fields: Fields,
  values: Float64Array,
  sizes: Float64Array | undefined,
  binomial: boolean
) {
  values.forEach((count, i) => {
    const size = sizes?.[i];
    const fits = size === undefined || !(count > 0) || size !== size || (binomial ? count <= size : size > 0);
    if (count < 0 || (count === count && !Number.isInteger(count)) || !fits) {
      const of = size === undefined || size !== size ? '' : ` out of ${size}`;
      throw new ProblemError(`${fields.name('values')}[${i}]`, `${count} is not a count${of}`);
    }
  });
}

/** Reads values, subgroups or rows with everything that belongs to single points. */
export function readData(fields: Fields, type: Pick<ChartType, 'input' | 'id'>): ProblemData {
  const data: ChartData = shape(fields, type.input);
  const count = data.starts?.length ?? Math.floor(data.values.length / (data.columns ?? 1));
  if (type.input === 'counts') {
    const binomial = ['p', 'np', 'laney-p'].includes(type.id);
    data.sizes = sizesOf(fields, data.values, binomial);
    refuseImpossibleCounts(fields, data.values, data.sizes, binomial);
  }
  data.breaks = breaksOf(fields, count);
  data.excluded = flags(fields, 'excluded', count);
  const groups = fields.labels('groups', data.values.length);
  if (type.input === 'streams' && !groups) {
    throw new ProblemError(fields.name('groups'), 'is missing: the stream of each value');
  }
  data.groups = groups?.ids;
  return { data, groups: groups?.names, clusters: fields.labels('clusters', data.values.length)?.ids };
}
