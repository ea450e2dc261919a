/** Runs until Ctrl-C, with `plant` in its environment where it is not the default one; resolves with the exit code. */
export function dockerDemo(args: readonly string[], plant?: Record<string, string>): Promise<number>;
