import { type Numbers } from '../model/Numbers';
import { upperBound } from '../scene/decimate';
import { type LimitRow, type Limits } from './Observations';

/** A stretch of limits in force, as the plan states it: for a product ('*' for any), a stratum, from a moment on. */
export interface PlanStretch extends LimitRow {
  product: string;
  /** "equipment=filler-02,position=nozzle-4", or '*' for all. */
  stratum: string;
  /** ms since 1970 until which the row holds; `null` is open. */
  to: number | null;
}

/** Reads a text column of the observed rows; `undefined` where there is no such column. */
export type ColumnReader = (name: string) => ((row: number) => string) | undefined;

/**
 * Which stretch holds for each row, as pkg/plan decides it (packages/plan/corpus/limits-in-force.json binds both): one
 * for the product before one for any, then the stratum with more keys, then the one whose text comes last; of its
 * stretches the latest that has begun, and where it has none at the row's time, the next wider one. Spec and control
 * limits may stand in different stretches only if the plan wrote them so: a row takes one stretch whole.
 */
export function matchLimits(
  stretches: readonly PlanStretch[],
  time: Numbers | null,
  n: number,
  column: ColumnReader
): Limits {
  const same = firstOfEqual(stretches);
  const wanted = stretches.map((s) => conditions(s));
  const names = [...new Set(wanted.flatMap((w) => w.map((c) => c.name)))];
  const readers = names.map((name) => column(name));
  if (names.length === 0) {
    const { always } = candidatesFor(stretches, wanted, [], []);
    if (always !== null) {
      return { rows: stretches, of: always < 0 ? always : same[always]! };
    }
  }
  const of = new Int32Array(n);
  const cache = new Map<string, Candidates>();
  const values = names.map(() => '');
  let candidates: Candidates | undefined;
  for (let row = 0; row < n; row++) {
    let changed = candidates === undefined;
    for (let k = 0; k < readers.length; k++) {
      const value = readers[k]?.(row) ?? '';
      changed ||= value !== values[k];
      values[k] = value;
    }
    if (changed || !candidates) {
      const key = values.join('\u0000');
      candidates = cache.get(key) ?? candidatesFor(stretches, wanted, names, values);
      cache.set(key, candidates);
    }
    const at = candidates.always ?? inForce(candidates.levels, stretches, time ? time[row]! : Infinity);
    of[row] = at < 0 ? at : same[at]!;
  }
  return { rows: stretches, of };
}

/** Strata that fall back to one row of the plan come with equal rows: the first of them stands for all. */
function firstOfEqual(stretches: readonly PlanStretch[]): number[] {
  const first = new Map<string, number>();
  return stretches.map((stretch, i) => {
    const key = JSON.stringify({ ...stretch, product: '', stratum: '', to: null });
    first.set(key, first.get(key) ?? i);
    return first.get(key)!;
  });
}

interface Condition {
  name: string;
  value: string;
}

/** Stretches of one product and stratum that fit a combination of column values, by start; the nearest ones first. */
type Level = { starts: number[]; indices: number[] };
interface Candidates {
  levels: Level[];
  /** The one that holds at all times, where there is such. */
  always: number | null;
}

const isAny = (text: string) => text === '' || text === '*';

function conditions({ product, stratum }: PlanStretch): Condition[] {
  const pairs = isAny(stratum)
    ? []
    : stratum.split(',').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('=') };
      });
  return isAny(product) ? pairs : [...pairs, { name: 'product', value: product }];
}

/** Negative where a is nearer to the rows that both fit. */
function nearer(a: PlanStretch, b: PlanStretch): number {
  const keys = ({ stratum }: PlanStretch) => (isAny(stratum) ? 0 : stratum.split(',').length);
  const before = (x: string, y: string) => (x > y ? -1 : x < y ? 1 : 0);
  return +isAny(a.product) - +isAny(b.product) || keys(b) - keys(a) || before(a.stratum, b.stratum);
}

function candidatesFor(
  stretches: readonly PlanStretch[],
  wanted: readonly Condition[][],
  names: readonly string[],
  values: readonly string[]
): Candidates {
  const fits = stretches
    .map((_, i) => i)
    .filter((i) => wanted[i]!.every((c) => values[names.indexOf(c.name)] === c.value))
    .sort((a, b) => nearer(stretches[a]!, stretches[b]!));
  const levels: Level[] = [];
  for (const [k, i] of fits.entries()) {
    if (k === 0 || nearer(stretches[fits[k - 1]!]!, stretches[i]!) !== 0) {
      levels.push({ starts: [], indices: [] });
    }
    levels.at(-1)!.indices.push(i);
  }
  for (const level of levels) {
    level.indices.sort((a, b) => (stretches[a]!.from ?? -Infinity) - (stretches[b]!.from ?? -Infinity));
    level.starts = level.indices.map((i) => stretches[i]!.from ?? -Infinity);
  }
  const only = levels[0]?.indices.length === 1 ? levels[0].indices[0]! : -1;
  const { from = 0, to = 0 } = stretches[only] ?? {};
  return { levels, always: levels.length === 0 ? -1 : from === null && to === null ? only : null };
}

function inForce(levels: readonly Level[], stretches: readonly PlanStretch[], at: number): number {
  for (const { starts, indices } of levels) {
    for (let k = upperBound(starts, at) - 1; k >= 0; k--) {
      if (at < (stretches[indices[k]!]!.to ?? Infinity) || at === Infinity) {
        return indices[k]!;
      }
    }
  }
  return -1;
}
