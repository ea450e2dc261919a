import { literalsOf } from './literals';
import type { Exception } from './exceptions';

export interface Finding {
  file: string;
  line: number;
  id: string;
}

/**
 * Ids of plants that stand in a program: as a whole literal or key, as one of the names in a path of them (`station.value`,
 * `a/b`, `a,b`), or in quotation marks inside a text (JSON, a query). Other words of a sentence are none.
 */
export function findings(
  file: string,
  source: string,
  ids: ReadonlySet<string>,
  exceptions: readonly Exception[]
): Finding[] {
  const excused = (id: string) => exceptions.some((e) => e.id === id && (!e.below || file.startsWith(e.below)));
  return literalsOf(file, source).flatMap(({ line, text }) =>
    namesIn(text.trim())
      .filter((name) => ids.has(name) && !excused(name))
      .map((id) => ({ file, line, id }))
  );
}

/** The names that a text is made of; of one with blanks in it those in quotation marks, backslashes before them or not. */
function namesIn(text: string): string[] {
  const paths = /\s/.test(text)
    ? [...text.matchAll(/\\?(["'`])([^"'`\s\\]+)\\?\1/g)].map(([, , path]) => path!)
    : [text];
  return paths.flatMap((path) => path.split(/[^A-Za-z0-9_]/));
}
