export const dockerUsage: string;

/** The environment and the further arguments of `docker compose up`, or that the usage is asked for. */
export function composeOptions(args: readonly string[]): 'help' | { env: Record<string, string>; up: string[] };
