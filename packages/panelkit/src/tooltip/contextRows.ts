import { textColumn } from '../frames/textColumn';
import { words } from '../format/words';
import { type CellValues } from '../values/CellValues';
import { type TooltipRow } from './PointTooltip';

/** Columns shown in a tooltip where the data has them, besides the value, and what goes without saying. */
const context: Array<[column: string, usual?: string]> = [
  ['equipment'],
  ['position'],
  ['product'],
  ['carrier'],
  ['visit', '1'],
  ['verdict', 'ok'],
  ['run_type', 'production'],
];

/** Values told of one column at most: of more, none says anything of the point. */
const most = 3;

/** Where the rows of a point come from, and what they are: a row for each column that is worth a word. */
export function contextRows({ frame, sourceRow }: CellValues, rows: Int32Array): TooltipRow[] {
  return context.flatMap(([name, usual]) => {
    const field = frame.fields.find((f) => f.name === name);
    const text = textColumn(field);
    const values = field ? [...new Set(Array.from(rows, (row) => text(sourceRow(row))))] : [];
    const shown = values.filter((v) => v !== '' && (v !== usual || values.length > 1));
    return shown.length === 0 || shown.length > most ? [] : [{ label: words(name), value: shown.join(', ') }];
  });
}
