import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runFile } from './runFile';

/** What the simulated line really did, as far as these tests look at it; Unix ms. */
export interface Truth {
  id: string;
  equipment: string[];
  position?: string;
  from_ms: number;
  /** Null: until now. */
  to_ms: number | null;
}

/** The faults of a kind that the stack's simulated line has or had. */
export function truthsOf(kind: string): Truth[] {
  const truths = JSON.parse(readFileSync(join(dirname(runFile()), 'truth.json'), 'utf8')) as { faults: Truth[] };
  return truths.faults.filter(({ id }) => id === kind);
}
