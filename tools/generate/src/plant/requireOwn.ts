import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The first file that is written to a plant's folder of derived files. */
export const mark = '.gitignore';

/**
 * Files that nothing derives any more are removed, so that a folder somebody else has filled must stay untouched.
 * @throws Error with a sentence.
 */
export function requireOwn(folder: string): void {
  if (existsSync(folder) && !existsSync(path.join(folder, mark)) && readdirSync(folder).length > 0) {
    throw new Error(
      `${folder} holds files that npm run gen did not write: move them elsewhere, it writes all of this folder.`
    );
  }
}
