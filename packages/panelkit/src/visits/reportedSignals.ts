import { type DataFrame } from '@grafana/data';
import { rules } from '@cellthread/stats';
import { limitRules, readingRules, type PointSignalColumn } from '@cellthread/vocabulary';
import { textColumn } from '../frames/textColumn';
import { timeColumn } from '../frames/timeColumn';

/**
 * Rules of the datasource that the panel sees for itself, with its own chart and limits in force: those of limits, and
 * all of the registry, also of a dispersion chart (`mr-above-ucl`).
 */
const seenHere: ReadonlySet<string> = new Set([...limitRules, ...rules.map(({ id }) => id)]);
const isSeenHere = (rule: string) => seenHere.has(rule) || seenHere.has(rule.replace(/^(mr|r|s)-/, ''));

/** Readings that are no measurements: they are shown and kept out of the statistics. */
const noMeasurement: ReadonlySet<string> = new Set(readingRules);

type RowText = (row: number) => string;

/** What the datasource says of rows: empty texts where it says nothing. */
export interface Reported {
  /** Signals to be marked. */
  signal: RowText;
  /** Why a reading is no measurement; `null` where all are. */
  excluded: RowText | null;
}

/**
 * The `point-signals` frame by row of the visits: found by time and cell, so that a million rows without signals cost
 * one binary search each signal.
 */
export function reportedSignals(
  frame: DataFrame,
  characteristic: string,
  time: ArrayLike<number>,
  id: (row: number) => string
): Reported {
  const field = (name: PointSignalColumn) => frame.fields.find((f) => f.name === name);
  const timeField = field('time');
  const [cell, about] = [textColumn(field('cell_id')), textColumn(field('characteristic'))];
  const [ruleOf, detail] = [textColumn(field('rule')), textColumn(field('detail'))];
  const times = timeField ? timeColumn(timeField) : [];
  const signals = new Map<number, string>();
  const excluded = new Map<number, string>();
  for (let s = 0; s < times.length; s++) {
    const rule = ruleOf(s);
    if (isSeenHere(rule) || (about(s) !== '' && about(s) !== characteristic)) {
      continue;
    }
    const into = noMeasurement.has(rule) ? excluded : signals;
    for (let row = firstAt(time, times[s]!); row < time.length && time[row] === times[s]; row++) {
      if (id(row) === cell(s)) {
        const text = [rule, detail(s)].filter(Boolean).join(': ');
        into.set(row, into.has(row) ? `${into.get(row)}; ${text}` : text);
      }
    }
  }
  return {
    signal: (row) => signals.get(row) ?? '',
    excluded: excluded.size > 0 ? (row) => excluded.get(row) ?? '' : null,
  };
}

function firstAt(time: ArrayLike<number>, t: number): number {
  let lo = 0;
  let hi = time.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (time[mid]! < t) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo;
}
