import path from 'node:path';
import { makeSecrets } from 'cellthread-cli';

/** Where a stack with that data folder keeps its passwords. */
export const secretsIn = (dataDir: string) => path.join(dataDir, 'secrets');

/** Makes the passwords that are missing there. @returns the folder. */
export function makeSecretsIn(dataDir: string): string {
  const dir = secretsIn(dataDir);
  makeSecrets(dir);
  return dir;
}
