import type { DataFrame, Field } from '@grafana/data';

interface Rules {
  /** Columns that name a row: a new row of the same name replaces the old one. */
  identity: string[];
  /** Rows before this time (ms) are dropped. */
  from?: number;
  /** Of each cell only the rows of its highest visit stay. */
  onlyLast?: boolean;
}

/** The frame with new rows behind its own, as a new frame: panels notice changes by identity. */
export function appendVisits(frame: DataFrame, added: DataFrame, rules: Rules): DataFrame {
  const { identity, from = -Infinity } = rules;
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
  const both = { ...frame, fields, length: kept.length + added.length };
  return rules.onlyLast ? lastVisits(both) : both;
}

function lastVisits(frame: DataFrame): DataFrame {
  const column = (name: string) => frame.fields.find((field) => field.name === name)?.values ?? [];
  const [cells, visits] = [column('cell_id'), column('visit')];
  const highest = new Map<unknown, number>();
  indices(frame).forEach((row) => {
    highest.set(cells[row], Math.max(Number(visits[row] ?? 1), highest.get(cells[row]) ?? 0));
  });
  const rows = indices(frame).filter((row) => Number(visits[row] ?? 1) === highest.get(cells[row]));
  const fields = frame.fields.map((field): Field => ({
    ...field,
    values: rows.map((row): unknown => field.values[row]),
  }));
  return rows.length === frame.length ? frame : { ...frame, fields, length: rows.length };
}

const indices = ({ length }: DataFrame) => Array.from({ length }, (_, row) => row);

const nameOf = (identity: string[]) => (frame: DataFrame) => {
  const columns = identity.map((name) => frame.fields.find((field) => field.name === name)?.values ?? []);
  return (row: number) => columns.map((values) => String(values[row])).join(' ');
};
