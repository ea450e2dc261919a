import { type ChartData, type ChartType } from '@cellthread/stats/charts/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';
import { readShape } from './readShape';
import { readSizes, refuseImpossibleCounts } from './readCounts';

/** Data of a problem with the names of its groups and clusters. */
export interface ProblemData {
  data: ChartData;
  groups?: string[];
  clusters?: Int32Array;
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
  const times = fields.numbers('times');
  const gap = fields.number('maxGap');
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

/** Reads values, subgroups or rows with everything that belongs to single points. */
export function readData(fields: Fields, type: Pick<ChartType, 'input' | 'id'>): ProblemData {
  const data: ChartData = readShape(fields, type.input);
  const count = data.starts?.length ?? Math.floor(data.values.length / (data.columns ?? 1));
  if (type.input === 'counts') {
    data.sizes = readSizes(fields, data.values.length);
    refuseImpossibleCounts(fields.name('values'), data, ['p', 'np', 'laney-p'].includes(type.id));
  }
  data.breaks = breaksOf(fields, count);
  data.excluded = flags(fields, 'excluded', count);
  const groups = fields.labels('groups', data.values.length);
  data.groups = groups?.ids;
  return { data, groups: groups?.names, clusters: fields.labels('clusters', data.values.length)?.ids };
}
