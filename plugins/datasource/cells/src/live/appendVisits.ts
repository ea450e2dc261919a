import type { DataFrame, Field } from '@grafana/data';

interface Rules {
  /** Columns that name a row: a new row of the same name replaces the old one. */
  identity: string[];
  /** Rows before this time (ms) are dropped. */
  from?: number;
}

/** The frame with new rows behind its own, as a new frame: panels notice changes by identity. */
export function appendVisits(frame: DataFrame, added: DataFrame, { identity, from = -Infinity }: Rules): DataFrame {
  const name = nameOf(identity);
  const [ofFrame, ofAdded] = [name(frame), name(added)];
  const renewed = new Set(indices(added).map(ofAdded));
  const time = frame.fields.find((field) => field.name === 'time')?.values;
  const kept = indices(frame).filter((row) => !renewed.has(ofFrame(row)) && !((time?.[row] as number) < from));
  const whole = kept.length === frame.length;
  const fields = frame.fields.map((field): Field => {
    const more = added.fields.find((one) => one.name === field.name)?.values;
    const own = whole ? field.values : kept.map((row): unknown => field.values[row]);
    return { ...field, values: own.concat(indices(added).map((row): unknown => more?.[row] ?? null)), state: null };
  });
  return { ...frame, fields, length: kept.length + added.length };
}

const indices = ({ length }: DataFrame) => Array.from({ length }, (_, row) => row);

const nameOf = (identity: string[]) => (frame: DataFrame) => {
  const columns = identity.map((name) => frame.fields.find((field) => field.name === name)?.values ?? []);
  return (row: number) => columns.map((values) => String(values[row])).join(' ');
};
