import type { Language, Word, WordList } from './WordList';

const languages: Language[] = ['typescript', 'go', 'starlark'];

interface ListFile {
  about: string;
  languages?: Language[];
  word?: string;
  facts?: Record<string, string>;
  sets?: Record<string, string>;
  words: string[] | Record<string, Record<string, unknown>>;
}

/**
 * A list as its file writes it. A word names its sets by any part of their names that no other set has: `in: [freeing]`.
 * @throws Error with file, list and word of what is wrong.
 */
export function parseWordList(file: string, name: string, list: ListFile): WordList {
  const wrong = (text: string) => new Error(`${file}, ${name}: ${text}`);
  const sets = Object.entries(list.sets ?? {}).map(([set, about]) => ({ name: set, about, ids: [] as string[] }));
  const facts = Object.entries(list.facts ?? {}).map(([fact, about]) => ({ name: fact, about }));
  const setOf = (id: string, part: string) => {
    const found = sets.filter((set) => set.name === part || `_${set.name}_`.includes(`_${part}_`));
    if (found.length !== 1) {
      throw wrong(`${id} is in "${part}"; the sets are ${sets.map((set) => set.name).join(', ')}`);
    }
    return found[0]!;
  };
  const entries = Array.isArray(list.words)
    ? list.words.map((id): [string, Record<string, unknown>] => [id, {}])
    : Object.entries(list.words);
  const words = entries.map(([id, { means, in: parts = [], ...rest }]): Word => {
    (parts as string[]).forEach((part) => setOf(id, part).ids.push(id));
    const unknown = Object.keys(rest).find((key) => !facts.some((fact) => fact.name === key));
    if (unknown !== undefined) {
      throw wrong(`${id} says "${unknown}"; a word has means, in, ${facts.map((fact) => fact.name).join(', ')}`);
    }
    const missing = facts.find((fact) => rest[fact.name] === undefined);
    if (missing) {
      throw wrong(`${id} lacks "${missing.name}"`);
    }
    return { id, ...(means === undefined ? {} : { means: String(means) }), facts: rest as Word['facts'] };
  });
  const empty = sets.find((set) => set.ids.length === 0);
  if (empty) {
    throw wrong(`no word is in ${empty.name}`);
  }
  return { name, about: list.about, languages: list.languages ?? languages, word: list.word, facts, sets, words };
}
