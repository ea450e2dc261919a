import { type Formatters } from '../format/formatters';
import { type CellValues } from '../values/CellValues';
import { type TooltipRow } from './PointTooltip';

/** When the rows of a point were measured, in process order; none of a table without times. */
export function timeRows({ obs: { time } }: CellValues, rows: Int32Array, format: Formatters): TooltipRow[] {
  if (!time) {
    return [];
  }
  const [from, to] = [time[rows[0]!]!, time[rows.at(-1)!]!];
  const text = rows.length === 1 ? format.time(from) : `${format.time(from)} – ${format.time(to)}`;
  return [{ label: 'Time', value: text }];
}
