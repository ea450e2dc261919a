import { literalsOf } from './literals';
import type { Exception } from './exceptions';

export interface Finding {
  file: string;
  line: number;
  id: string;
}

/**
 * Ids of plants that stand in a program: as a whole literal or key, or as one of the names in a path of them (`station.value`,
 * `a/b`, `a,b`). Words in a sentence are none.
 */
export function findings(
  file: string,
  source: string,
  ids: ReadonlySet<string>,
  exceptions: readonly Exception[]
): Finding[] {
  const excused = (id: string) => exceptions.some((e) => e.id === id && (!e.below || file.startsWith(e.below)));
  return literalsOf(file, source).flatMap(({ line, text }) =>
    (/\s/.test(text.trim()) ? [] : text.trim().split(/[^A-Za-z0-9_]/))
      .filter((name) => ids.has(name) && !excused(name))
      .map((id) => ({ file, line, id }))
  );
}
