import { faultKinds } from '../faults/faultKinds';
import { durationMs } from './durationMs';

/** A fault as asked for: offsets in ms from now. */
export interface FaultWish {
  id: string;
  /** Where, if it was told. */
  station?: string;
  characteristic?: string;
  startMs?: number;
  lastsMs?: number;
}

/** The same fault at the same place is one. */
export const faultName = ({
  id,
  station,
  characteristic,
}: Pick<FaultWish, 'id' | 'station' | 'characteristic'>): string =>
  [id, [station, characteristic].filter(Boolean).join('.')].filter(Boolean).join(':');

/**
 * Reads `ID[:STATION[.CHARACTERISTIC]][@START[/FOR]]`.
 * @throws Error with a sentence that names the option
 */
export function faultWish(text: string): FaultWish {
  const match = /^([a-z0-9-]+)(?::(\w+)(?:\.(\w+))?)?(?:@([^/]+)(?:\/(.+))?)?$/.exec(text);
  const kind = faultKinds.get(match?.[1] ?? '');
  if (!match || !kind) {
    throw new Error(`--fault ${text}: unknown; choose one of ${[...faultKinds.keys()].join(', ')}.`);
  }
  const [, , station, characteristic, start, lasts] = match;
  if (station !== undefined && kind.takes === undefined) {
    throw new Error(`--fault ${text}: ${kind.id} has a place of its own; write --fault ${kind.id}.`);
  }
  if (characteristic !== undefined && kind.takes === 'station') {
    throw new Error(`--fault ${text}: ${kind.id} is of a whole station; write --fault ${kind.id}:${station}.`);
  }
  return {
    id: kind.id,
    station,
    characteristic,
    startMs: start === undefined ? undefined : durationMs(start, 'fault'),
    lastsMs: lasts === undefined ? undefined : durationMs(lasts, 'fault'),
  };
}
