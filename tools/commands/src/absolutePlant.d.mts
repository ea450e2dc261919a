/**
 * Arguments with the folder of `--plant` as an absolute path. It is named from where the command was called, which npm tells
 * while it runs everything in the checkout.
 */
export function absolutePlant(
  words: readonly string[],
  place: { cwd: string; root: string; initCwd?: string }
): string[];
