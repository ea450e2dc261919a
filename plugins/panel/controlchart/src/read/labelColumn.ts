import { textColumn } from '@cellthread/panelkit';
import { type Field } from '@grafana/data';

/**
 * One text a row from several columns ("filler-02 · nozzle-4"; with `named` "recipe fill-800 · recipe version 4"), made once: rows with equal values share the same text, so
 * that comparing neighbours is cheap.
 */
export function labelColumn(
  fields: readonly Field[],
  rows: Int32Array | null,
  n: number,
  named = false
): (row: number) => string {
  const readers = fields.map((f) => {
    const text = textColumn(f);
    return named ? (row: number) => text(row) && `${f.name.replaceAll('_', ' ')} ${text(row)}` : text;
  });
  const names: string[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    const source = rows ? rows[row]! : row;
    const text =
      readers.length === 1
        ? readers[0]!(source)
        : readers
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
  return (row) => names[of[row]!]!;
}
