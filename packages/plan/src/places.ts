import { isMap, isScalar, type Document, type LineCounter, type Node } from 'yaml';
import type { Problem } from './problem';

type Path = Problem['path'];

/** A value as the file has it: what it became, and how it is written there. */
export interface Written {
  value: unknown;
  source?: string;
}

/** Where the parts of a plan stand in its text. */
export interface Places {
  /** Line, from 1, of the deepest part of the path that exists in the file. */
  line: (path: Path) => number | undefined;
  /** How a value is written. */
  source: (path: Path) => string | undefined;
  /** The value of the key before this one, as it stands in the file. */
  before: (path: Path) => Written | undefined;
}

function written(node: unknown): Written | undefined {
  return isScalar(node) ? { value: node.value, source: node.source } : undefined;
}

/** Places of a text that was read without errors. */
export function placesOf(document: Document, counter: LineCounter): Places {
  const nodeAt = (path: Path) => document.getIn(path, true);
  return {
    line(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const start = (nodeAt(path.slice(0, depth)) as Node | undefined)?.range?.[0];
        if (start !== undefined) {
          return counter.linePos(start).line;
        }
      }
      return undefined;
    },
    source: (path) => written(nodeAt(path))?.source,
    before(path) {
      const parent = path.length > 1 ? nodeAt(path.slice(0, -1)) : document.contents;
      if (!isMap(parent)) {
        return undefined;
      }
      const at = parent.items.findIndex(({ key }) => String(isScalar(key) ? key.value : key) === String(path.at(-1)));
      return written(parent.items[at - 1]?.value);
    },
  };
}
