/** Tells that a longer work goes on. */
export type Note = (text: string) => void;

/** One measured number beside what it is held against. */
export interface Figure {
  what: string;
  /** With its unit. */
  measured: string;
  /** The design's limit or the competitor's figure of the same run, with its unit. */
  against?: string;
  /** Undefined where nothing is promised. */
  met?: boolean;
}

/** Figures of one kind beside each other, a row each. */
export interface Table {
  title: string;
  header: string[];
  rows: string[][];
}

export interface Outcome {
  /** Before the figures. */
  tables?: Table[];
  figures: Figure[];
  /** Sentences below the table: how it was measured, what the machine did beside it. */
  remarks: string[];
}

/** A benchmark: `bench/src/registry.ts` lists them all. */
export interface Benchmark {
  /** Its name on the command line. */
  id: string;
  title: string;
  /** Minutes that it takes; those above five run only by name. */
  minutes: number;
  /** A page for users that holds its newest results after these words: its place in the repository. */
  page?: { file: string; words: string };
  run(note: Note): Promise<Outcome>;
}
