import { durationMs } from './durationMs';

/** A fault as asked for: offsets in ms from now. */
export interface FaultWish {
  id: string;
  /** Where, if it was told. */
  place?: string;
  startMs?: number;
  lastsMs?: number;
}

/** The same fault at the same place is one. */
export const faultName = ({ id, place }: Pick<FaultWish, 'id' | 'place'>): string =>
  place === undefined ? id : `${id}:${place}`;

/**
 * Reads `ID[:PLACE][@START[/FOR]]`. Which faults and places there are is the plant's to say.
 * @throws Error with a sentence that names the option
 */
export function faultWish(text: string): FaultWish {
  const match = /^([a-z0-9-]+)(?::([\w.:-]+))?(?:@([^/]+)(?:\/(.+))?)?$/.exec(text);
  if (!match) {
    throw new Error(`--fault ${text}: write ID[:PLACE][@START[/FOR]].`);
  }
  const [, id = '', place, start, lasts] = match;
  return {
    id,
    place,
    startMs: start === undefined ? undefined : durationMs(start, 'fault'),
    lastsMs: lasts === undefined ? undefined : durationMs(lasts, 'fault'),
  };
}
