import { existsSync, readFileSync } from 'node:fs';

/** Counts changes of what the same settings give. */
export const worldVersion = 2;

/** What a restart needs to continue: the world's settings, and how far it came. Moments in Unix ms. */
export interface State {
  /** Another version's world gave other records for the same settings. */
  version: number;
  seed: number;
  site: string;
  startMs: number;
  liveMs: number;
  sinceMs: number;
  thinCells: number;
  compress: number;
  defects: number;
  /** Absent in states before there were any: 1, and not even. */
  rate?: number;
  even?: boolean;
  epoch: number;
  faults: { id: string; place?: string; fromMs: number; toMs: number | null }[];
  /** When the MES decides nothing about items that failed; absent in states before there was a choice: never. */
  mesOff?: { fromMs: number; toMs: number | null }[];
  /** Everything up to here was acknowledged by the broker. */
  untilMs: number;
}

/**
 * Reads a state file; undefined when there is none yet.
 * @throws Error with a sentence when it is damaged
 */
export function readState(path: string): State | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as State;
    if (state.version <= worldVersion && Number.isFinite(state.untilMs) && Array.isArray(state.faults)) {
      return state;
    }
  } catch {
    // said below, the same for all damage
  }
  throw new Error(`The state file ${path} is damaged: delete it to start over.`);
}
