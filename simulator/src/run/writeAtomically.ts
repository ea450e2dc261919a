import { renameSync, writeFileSync } from 'node:fs';

/** Writes JSON so that a reader sees the old file or the new one, never half of it. */
export function writeAtomically(path: string, value: unknown): void {
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, `${JSON.stringify(value)}\n`);
  renameSync(beside, path);
}
