/** Runs a command with its arguments; the number is the exit code. */
export type Run = (args: string[]) => Promise<number>;
