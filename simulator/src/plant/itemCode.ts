import { type PlantLine } from './Plant';
import { cellCode } from './cellCode';

const levels = { cell: 'C', module: 'M', pack: 'P' } as const;

/** The ID of an item: the code of GB/T 34014 where it knows the kind, else kind, line and serial number. */
export function itemCode(
  kind: PlantLine['lead'],
  product: string,
  line: number,
  date: { year: number; month: number; day: number },
  serial: number,
  chemistry: string
): string {
  if (kind === 'batch' || kind === 'roll') {
    const day = `${date.year}${String(date.month).padStart(2, '0')}${String(date.day).padStart(2, '0')}`;
    return `${kind.toUpperCase()}-${line + 1}-${day}-${serial}`;
  }
  return cellCode(levels[kind], product, line, date, serial, chemistry);
}
