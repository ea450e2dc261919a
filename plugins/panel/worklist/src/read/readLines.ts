import { rowReader } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';
import { type Words } from '../words/Words';
import { type Column, columns, type Row, type Worklist } from './Worklist';

type LineColumn = 'site' | 'line' | 'name' | 'shift' | 'from' | 'to';

const nothingShown = Object.fromEntries(columns.map((column) => [column, ''])) as Record<Column, string>;

/** The lines of a query of shifts, each in its shift, to say something about. */
export function readLines(frame: DataFrame, words: Words): Pick<Worklist, 'rows' | 'notes'> {
  const r = rowReader(frame);
  const text = (column: LineColumn, i: number) => r.text(column, i);
  const rows: Row[] = [];
  const notes: string[] = [];
  for (let i = 0; i < frame.length; i++) {
    const [line, name, shift] = [text('line', i), text('name', i), text('shift', i)];
    if (line === '') {
      notes.push(name);
      continue;
    }
    rows.push({
      key: JSON.stringify([text('site', i), line]),
      sentence: `${name || line} · ${shift ? words.shift(shift) : words.pause}`,
      sinceMs: r.time('from', i),
      ...{ severity: '', station: '', equipment: '', position: '', characteristic: '', rule: '', holdId: '' },
      untilMs: null,
      held: null,
      site: text('site', i),
      target: { type: 'line', id: line },
      shown: nothingShown,
    });
  }
  return { rows, notes: notes.filter(Boolean) };
}
