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
 * Reads `ID[:STATION[.CHARACTERISTIC]][@START[/FOR]]`. Which faults there are is the plant's to say.
 * @throws Error with a sentence that names the option
 */
export function faultWish(text: string): FaultWish {
  const match = /^([a-z0-9-]+)(?::(\w+)(?:\.(\w+))?)?(?:@([^/]+)(?:\/(.+))?)?$/.exec(text);
  if (!match) {
    throw new Error(`--fault ${text}: write ID[:STATION[.CHARACTERISTIC]][@START[/FOR]].`);
  }
  const [, id = '', station, characteristic, start, lasts] = match;
  const kind = faultKinds.get(id);
  if (kind && station !== undefined && kind.takes === undefined) {
    throw new Error(`--fault ${text}: ${id} has a place of its own; write --fault ${id}.`);
  }
  if (characteristic !== undefined && kind?.takes === 'station') {
    throw new Error(`--fault ${text}: ${id} is of a whole station; write --fault ${id}:${station}.`);
  }
  return {
    id,
    station,
    characteristic,
    startMs: start === undefined ? undefined : durationMs(start, 'fault'),
    lastsMs: lasts === undefined ? undefined : durationMs(lasts, 'fault'),
  };
}
