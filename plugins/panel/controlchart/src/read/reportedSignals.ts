import { textColumn, timeColumn } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';

/**
 * The `point-signals` frame as a text for each row of the visits: found by time and cell, so that a million rows without
 * signals cost one binary search each signal.
 */
export function reportedSignals(
  frame: DataFrame,
  characteristic: string,
  time: Float64Array,
  id: (row: number) => string
): (row: number) => string {
  const timeField = frame.fields.find((f) => f.name === 'time');
  const column = (name: string) => textColumn(frame.fields.find((f) => f.name === name));
  const [cell, about, rule, detail] = ['cell_id', 'characteristic', 'rule', 'detail'].map(column);
  const times = timeField ? timeColumn(timeField) : new Float64Array(0);
  const texts = new Map<number, string>();
  for (let s = 0; s < times.length; s++) {
    if (about!(s) !== '' && about!(s) !== characteristic) {
      continue;
    }
    for (let row = firstAt(time, times[s]!); row < time.length && time[row] === times[s]; row++) {
      if (id(row) === cell!(s)) {
        const text = [rule!(s), detail!(s)].filter(Boolean).join(': ');
        texts.set(row, texts.has(row) ? `${texts.get(row)}; ${text}` : text);
      }
    }
  }
  return (row) => texts.get(row) ?? '';
}

function firstAt(time: Float64Array, t: number): number {
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
