/** A language that constants are generated for. */
export type Language = 'typescript' | 'go' | 'starlark';

/** One word of a list, as dashboards, messages and rows write it. */
export interface Word {
  id: string;
  /** What it means, for documents and menus; absent where the word says it. */
  means?: string;
  /** What else is known of it, by the names of the list's facts. */
  facts: Record<string, string | number>;
}

/** Some words of a list, in its order. */
export interface WordSet {
  /** Plural, snake_case: `freeing_events`. */
  name: string;
  about: string;
  ids: string[];
}

/** Words of one kind, in the order in which people see them. */
export interface WordList {
  /** Plural, snake_case: `event_kinds`. */
  name: string;
  about: string;
  languages: Language[];
  /** What constants of a single word begin with in Go; absent: the words have no constants. */
  word?: string;
  facts: Array<{ name: string; about: string }>;
  sets: WordSet[];
  words: Word[];
}

/** One file of the vocabulary. */
export interface WordFile {
  /** Name without its ending: `events`. */
  name: string;
  lists: WordList[];
}
