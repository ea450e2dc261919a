/** The cells of each line of a text; `broken` are lines whose quotes do not close. */
export interface Cells {
  lines: string[][];
  broken: ReadonlySet<number>;
}

/** A cell of a comma-separated line, quoted or not, and the comma or the end behind it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** Cells of a comma-separated line; undefined if its quotes do not close. A quoted cell does not go beyond its line. */
function quotedCells(line: string): string[] | undefined {
  const cells: string[] = [];
  cell.lastIndex = 0;
  for (;;) {
    const match = cell.exec(line);
    if (!match) {
      return undefined;
    }
    cells.push(match[1]?.replace(/""/g, '"') ?? match[2] ?? '');
    if (match[3] === '') {
      return cells;
    }
  }
}

/** Only comma-separated files quote. Line ends are `\n`. */
export function cellsOf(text: string, delimiter: ',' | '\t'): Cells {
  const lines = text.split('\n');
  if (delimiter === '\t') {
    return { lines: lines.map((line) => line.split('\t')), broken: new Set() };
  }
  const read = lines.map(quotedCells);
  return {
    lines: read.map((cells, at) => cells ?? (lines[at] ?? '').split(',')),
    broken: new Set([...read.keys()].filter((at) => read[at] === undefined)),
  };
}

/** The text of a cell. `="0042"` is how spreadsheets are made to keep a text as it is. */
export function cellText(cell: string | undefined): string {
  const text = (cell ?? '').trim();
  return /^="(.*)"$/.exec(text)?.[1] ?? text;
}

/** Number of the line that has all of these columns, among the first; -1 if none has. */
export function headerAt({ lines }: Cells, columns: readonly string[]): number {
  return lines.slice(0, 40).findIndex((line) => {
    const names = line.map(cellText);
    return columns.every((column) => names.includes(column));
  });
}
