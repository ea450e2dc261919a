import { type EventKind } from '@cellthread/vocabulary';
import { type CellEvent } from './Traveler';

/** Kinds of events that do not read as what happened. */
export const kindNames: Readonly<Record<string, string>> = {
  command: 'line told',
  'command-ack': 'line answered',
  'use-as-is': 'used as is',
  expire: 'hold expired',
} satisfies Partial<Record<EventKind, string>>;

/** What a line did, by what it acknowledges; the station is that before or to which it did it. */
const done: Readonly<Record<string, (station: string) => string>> = {
  hold: (station) => `diverted${station && ` before ${station}`}`,
  inspect: (station) => `diverted to be inspected${station && ` before ${station}`}`,
  release: (station) => `went on${station && ` to ${station}`}`,
  'use-as-is': (station) => `went on as it is${station && ` to ${station}`}`,
  rework: (station) => `sent back${station && ` to ${station}`}`,
  scrap: (station) => `left the line${station && ` before ${station}`}`,
  downgrade: (station) => `left the line as less${station && ` before ${station}`}`,
} satisfies Partial<Record<EventKind, (station: string) => string>>;

/**
 * What an event says: its text or, where a plant keeps no free text, what the line acknowledges that it did.
 *
 * @param station the name of a station by its ID
 */
export function story({ kind, text, disposition, station: id }: CellEvent, station: (id: string) => string): string {
  if (text !== '' || kind !== 'command-ack') {
    return text;
  }
  return done[disposition]?.(id && station(id)) ?? 'did nothing';
}
