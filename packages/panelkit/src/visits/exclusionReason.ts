import { type DataFrame, type Field } from '@grafana/data';
import { constantOf } from '../frames/constantOf';
import { textColumn } from '../frames/textColumn';
import { type ExclusionOptions } from './ExclusionOptions';

type Reason = (row: number) => string;

/** Why a row of the frame takes no part in the statistics, empty where it does; `null` where no row is excluded. */
export function exclusionReason(frame: DataFrame, id: Field | undefined, options: ExclusionOptions): Reason | null {
  const named = (name: string) => frame.fields.find((f) => f.name === name);
  const wanted = new Set(options.exclude);
  // Few rows are excluded of many: only they are kept, the first reason of each.
  const reasons = new Map<number, string>();
  const isExcluded = new Uint8Array(frame.length);
  const exclude = (row: number, text: string) => {
    if (!isExcluded[row]) {
      isExcluded[row] = 1;
      reasons.set(row, text);
    }
  };
  const each = (field: Field | undefined, of: (value: unknown) => string) => {
    const values: ArrayLike<unknown> = field?.values ?? [];
    const constant = constantOf(values);
    if (constant && of(constant.value) === '') {
      return;
    }
    let [before, text]: [unknown, string] = [undefined, ''];
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value !== before || row === 0) {
        [before, text] = [value, of(value)];
      }
      if (text) {
        exclude(row, text);
      }
    }
  };
  if (wanted.has('superseded')) {
    each(named('superseded'), (v) => (isTrue(v) ? 'superseded by a later message of the same visit' : ''));
  }
  if (wanted.has('skipped')) {
    each(named('verdict'), (v) => (v === 'skipped' ? 'verdict skipped: the station did not work on it' : ''));
  }
  if (wanted.has('run-type')) {
    const allowed = new Set(['', ...options.runTypes]);
    each(named('run_type'), (v) => {
      const text = v === null || v === undefined ? '' : String(v);
      return allowed.has(text) ? '' : `run type ${text}`;
    });
  }
  const visit = named('visit');
  // At a station of rolls visits number the stretches along the web: none of them repeats another.
  const repeats = frame.meta?.custom?.unit !== 'stretch';
  if (visit && id && repeats && wanted.has('repeat-visit')) {
    const text = textColumn(visit);
    repeatVisits(visit, id).forEach((row) => exclude(row, `visit ${text(row)} of the same cell (retest or rework)`));
  }
  return reasons.size === 0 ? null : (row) => (isExcluded[row] ? reasons.get(row)! : '');
}

/**
 * A table that lists replaced records too marks them by a flag. The cells datasource leaves them out and says of the
 * row that stands how many it replaced ("0", "1"): that row counts.
 */
const isTrue = (v: unknown) => v === true || v === 'true';

/** Rows of a later visit whose cell has an earlier one in the same data: only then does a cell count twice. */
function repeatVisits(visit: Field, id: Field): Set<number> {
  const later: number[] = [];
  const ids = new Set<unknown>();
  for (let row = 0; row < visit.values.length; row++) {
    if (Number(visit.values[row]) > 1) {
      later.push(row);
      ids.add(id.values[row]);
    }
  }
  if (later.length === 0) {
    return new Set();
  }
  const first = new Map<unknown, number>();
  for (let row = 0; row < visit.values.length; row++) {
    if (ids.has(id.values[row])) {
      const v = Number(visit.values[row]);
      first.set(id.values[row], Math.min(v, first.get(id.values[row]) ?? Infinity));
    }
  }
  return new Set(later.filter((row) => Number(visit.values[row]) > first.get(id.values[row])!));
}
