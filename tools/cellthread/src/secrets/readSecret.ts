import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SecretPart } from './secretUsers';

/**
 * The password of a user, or its client ID at the broker, from its file.
 * @throws Error naming the file, never its content
 */
export function readSecret(dir: string, part: SecretPart, user: string): string {
  const file = path.join(dir, part, user);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `The secret of ${user} (${part}) cannot be read from ${file} (${code}): run "cellthread secrets make ${dir}".`,
      {
        cause,
      }
    );
  }
  if (text === '') {
    throw new Error(`${file} is empty: delete it and run "cellthread secrets make ${dir}".`);
  }
  return text;
}
