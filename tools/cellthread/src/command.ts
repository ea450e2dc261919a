/** Where a command writes; replaced in tests. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

export interface Command {
  /** Words that call it, for example `plan push`. */
  name: string;
  /** One line for the list of commands. */
  about: string;
  /** Arguments and options, a line each, shown by `--help`. */
  usage: string[];
  /** Resolves to the exit code: 0 done, 1 failed, 2 called wrongly; others as its usage says. */
  run(args: string[], output: Output): Promise<number>;
}

/** The caller wrote something that cannot be understood: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
