import { type DataFrame } from '@grafana/data';
import { textColumn } from './textColumn';
import { timeColumn } from './timeColumn';

/** Reads the columns of a frame by name, of those that it may have; a column that is not there reads as nothing. */
export interface RowReader<Column extends string = string> {
  text: (name: Column, row: number) => string;
  number: (name: Column, row: number) => number | null;
  time: (name: Column, row: number) => number | null;
  flag: (name: Column, row: number) => boolean;
  has: (name: Column) => boolean;
}

export function rowReader(frame: DataFrame): RowReader {
  const fields = new Map(frame.fields.map((f) => [f.name, f]));
  const times = new Map<string, ArrayLike<number>>();
  return {
    has: (name) => fields.has(name),
    text: (name, row) => textColumn(fields.get(name))(row),
    number: (name, row) => {
      const v: unknown = fields.get(name)?.values[row];
      return finite(typeof v === 'string' && v.trim() !== '' ? Number(v) : v);
    },
    time: (name, row) => {
      const field = fields.get(name);
      if (!field) {
        return null;
      }
      const column = times.get(name) ?? timeColumn(field);
      times.set(name, column);
      return finite(column[row]);
    },
    flag: (name, row) => {
      const v: unknown = fields.get(name)?.values[row];
      return v === true || v === 'true' || v === 1;
    },
  };
}

function finite(v: unknown): number | null {
  return typeof v === 'number' && Number.isFinite(v) ? v : null;
}
