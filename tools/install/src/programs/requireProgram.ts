import { findProgram } from './findProgram';
import { StackError } from '../stackError';

/** The path of a program, or a sentence that says how to get it. */
export function requireProgram(name: string): string {
  const found = findProgram(name);
  if (!found) {
    throw new StackError(`${name} is not installed. \`npm run demo\` and \`npm test\` install it; or put it on PATH.`);
  }
  return found;
}
