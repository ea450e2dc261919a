import { type Cells, cellsOf, headerAt } from './cells';
import type { Layout } from './layouts/Layout';
import { layouts } from './layouts/layouts';

export interface Identified {
  layout: Layout;
  cells: Cells;
  /** Line of the header, from 0. */
  header: number;
}

/** The layout whose header a text has; undefined if none. */
export function identify(text: string): Identified | undefined {
  const read = new Map<Layout['delimiter'], Cells>();
  for (const layout of layouts) {
    const cells = read.get(layout.delimiter) ?? cellsOf(text, layout.delimiter);
    read.set(layout.delimiter, cells);
    const header = headerAt(cells, layout.header);
    if (header >= 0) {
      return { layout, cells, header };
    }
  }
  return undefined;
}
