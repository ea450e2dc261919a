import { type Field } from '@grafana/data';
import { constantOf } from '../frames/constantOf';
import { shownColumn } from '../frames/shownColumn';

/**
 * One text a row from several columns, as people read them ("Filler 2 · nozzle-4"; with `named` "recipe fill-800 ·
 * recipe version 4"), made once: rows with equal values share the same text, so that comparing neighbours is cheap.
 *
 * @returns `null` where all rows have the same text and `named` asks for phases: then there is one phase
 */
export function labelColumn(
  fields: readonly Field[],
  rows: Int32Array | null,
  n: number,
  named = false,
  textOf: (field: Field) => (row: number) => string = shownColumn
): ((row: number) => string) | null {
  if (named) {
    // What never changes parts no phases: its column is not read row by row.
    fields = fields.filter((f) => !constantOf(f.values));
    if (fields.length === 0) {
      return null;
    }
  }
  const readers = fields.map((f) => {
    const text = textOf(f);
    return named ? (row: number) => text(row) && `${f.name.replaceAll('_', ' ')} ${text(row)}` : text;
  });
  const columns = fields.map((f) => f.values as unknown[]);
  const names: string[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(n);
  let before = -1;
  for (let row = 0; row < n; row++) {
    const source = rows ? rows[row]! : row;
    // Neighbours mostly are alike: their texts are not written and looked up again.
    if (before >= 0 && alike(columns, before, source)) {
      of[row] = of[row - 1]!;
      before = source;
      continue;
    }
    before = source;
    const text = readers
      .map((read) => read(source))
      .filter(Boolean)
      .join(' · ');
    let at = known.get(text);
    if (at === undefined) {
      at = names.length;
      names.push(text);
      known.set(text, at);
    }
    of[row] = at;
  }
  return named && names.length === 1 ? null : (row) => names[of[row]!]!;
}

function alike(columns: readonly unknown[][], a: number, b: number): boolean {
  for (let k = 0; k < columns.length; k++) {
    if (columns[k]![a] !== columns[k]![b]) {
      return false;
    }
  }
  return true;
}
