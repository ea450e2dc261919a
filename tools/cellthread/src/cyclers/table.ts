import { type Cells, cellText } from './cells';

/** The lines of data of an export, by the columns of its header. */
export interface Table {
  length: number;
  /** Texts of a column; undefined if there is none of this name. */
  column: (name: string) => string[] | undefined;
  /** The last number of a file without a last line end, left out because it may be cut. */
  open?: { column: string; text: string };
  /** A line as it stands in the file. */
  line: (row: number) => string;
}

export type ReadTable = { table: Table } | { problem: string; shown: string };

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Number of cells without the empty ones at the end. */
function width(cells: readonly string[]): number {
  let n = cells.length;
  while (n > 0 && cells[n - 1]?.trim() === '') {
    n--;
  }
  return n;
}

/** Number of decimals, or undefined for what is no number. */
function decimals(cell: string | undefined): number | undefined {
  const match = /^[+-]?\d+(?:[.,](\d*))?$/.exec((cell ?? '').trim());
  return match ? (match[1]?.length ?? 0) : undefined;
}

const digits = (cell: string | undefined): number =>
  /\d*/.exec((cell ?? '').trim().replace(/^[+-]/, ''))?.[0].length ?? 0;

/**
 * Whether a last line without a line end may be cut within its last number: `shortened` if it is written with fewer decimals
 * than all before it, or is missing where all before it have one, `open` if that cannot be told.
 */
function lastNumber(rows: readonly string[][]): 'whole' | 'open' | 'shortened' {
  const last = rows.at(-1) ?? [];
  const column = last.length - 1;
  const before = rows.slice(0, -1).map((row) => row[column]);
  const own = decimals(last[column]);
  const others = new Set(before.map(decimals));
  const [fixed] = others;
  const isMissing = (last[column] ?? '').trim() === '' && before.length > 0 && !others.has(undefined);
  if (isMissing || /[.,eE+-]$/.test((last[column] ?? '').trim())) {
    return 'shortened';
  }
  if (own === undefined) {
    return 'whole';
  }
  if ([...others].every((n) => n === 0 || n === undefined)) {
    return digits(last[column]) < Math.max(...before.map(digits)) ? 'open' : 'whole';
  }
  return others.size > 1 ? 'open' : own < (fixed ?? 0) ? 'shortened' : 'whole';
}

/** The number of cells that most lines have; of the header where there is one line only. */
function usual(counts: readonly number[], ofHeader: number): number {
  const lines = new Map<number, number>();
  counts.forEach((count) => lines.set(count, (lines.get(count) ?? 0) + 1));
  const [most] = [...lines].sort((a, b) => b[1] - a[1]);
  return most === undefined || counts.length < 2 ? ofHeader : most[0];
}

/**
 * The table below a header. Every line has all columns of the header, or as many as most lines have, and none beyond it: a
 * line that has not is broken, and if it is the last one, the file was cut or is still being written.
 */
export function readTable(
  { lines, broken }: Cells,
  header: number,
  endsWithLine: boolean,
  delimiter: string
): ReadTable {
  const names = (lines[header] ?? []).map(cellText);
  const data = lines
    .map((cells, at) => ({ cells, at }))
    .slice(header + 1)
    .filter(({ cells }) => !isEmpty(cells));
  const named = width(names);
  const least = Math.min(
    named,
    usual(
      data.map(({ cells }) => cells.length),
      named
    )
  );
  const wrong = data.find(({ cells, at }) => cells.length < least || width(cells) > names.length || broken.has(at));
  const show = (cells: readonly string[]) => cells.join(delimiter);
  if (wrong) {
    const count = `${wrong.cells.length} columns, the others have ${least}`;
    const problem =
      wrong === data.at(-1) && wrong.cells.length < least
        ? `the last line has ${count}: the file was cut or is still being written`
        : `line ${wrong.at + 1} has ${count}`;
    return { problem, shown: show(wrong.cells) };
  }
  const rows = data.map(({ cells }) => cells);
  const end = endsWithLine ? 'whole' : lastNumber(rows);
  if (end === 'shortened') {
    const problem = 'the last line ends within a number: the file was cut or is still being written';
    return { problem, shown: show(rows.at(-1) ?? []) };
  }
  const last = rows.at(-1) ?? [];
  const open = end === 'open' ? { column: names[last.length - 1] ?? '', text: last[last.length - 1] ?? '' } : undefined;
  if (open) {
    last[last.length - 1] = '';
  }
  const column = (name: string) => {
    const at = names.indexOf(name);
    return at < 0 ? undefined : rows.map((row) => cellText(row[at]));
  };
  return { table: { length: rows.length, open, column, line: (row) => show(rows[row] ?? []) } };
}
