import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Parses arguments; whatever is wrong with them is a UsageError. */
export function readOptions<T extends OptionsConfig>(args: string[], options: T, positionals = 0) {
  try {
    const parsed = parseArgs({ args, options, strict: true, allowPositionals: positionals > 0 });
    if (parsed.positionals.length > positionals) {
      throw new UsageError(`"${parsed.positionals[positionals]}" is one argument too many.`);
    }
    return parsed;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** A moment as ISO 8601 with zone. @returns Unix ms. */
export function readMoment(option: string, text: string): number {
  const zoned = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const ms = Date.parse(text);
  if (!zoned || Number.isNaN(ms)) {
    throw new UsageError(`--${option} "${text}" is not a moment: write 2026-03-01 or 2026-03-01T06:00:00+01:00.`);
  }
  return ms;
}
