import { parseArgs } from 'node:util';

/** What `npm run gen` was asked for. */
export interface GenerateOptions {
  check: boolean;
  /** Folder of the plant; undefined for the default one. */
  plant?: string;
}

export const usage = `npm run gen -- [options]

  --plant DIR   the plant of that folder, written below DIR/out (default: the default plant, written into the checkout)
  --check       only names what differs; ends with 1 if something does
`;

/** @throws Error with a sentence and the usage. */
export function parseOptions(args: string[]): GenerateOptions | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: false },
        plant: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values.help ? 'help' : values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}
