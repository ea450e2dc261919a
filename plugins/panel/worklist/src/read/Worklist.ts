import { type Whereabout } from '@cellthread/vocabulary';

export type ListKind = 'signals' | 'holds' | 'lines';

/** What a row may say below its first line, by the names of columns of the data, in this order. */
export const columns = [
  'since',
  'station',
  'equipment',
  'position',
  'characteristic',
  'rule',
  'author',
  'severity',
  'decided',
  'standing',
  'inspected',
  'response',
  'action',
  'whereabouts',
] as const;
export type Column = (typeof columns)[number];

/** What is wrong, or what is held. Texts are empty and times (ms since 1970) null where the data has nothing. */
export interface Row {
  /** The same as long as it is the same signal or hold. */
  key: string;
  /** The sentence of a signal; why something is held. */
  sentence: string;
  sinceMs: number | null;
  /** Of a hold on what passes a place in a window of time, its end. */
  untilMs: number | null;
  severity: string;
  site: string;
  station: string;
  equipment: string;
  position: string;
  characteristic: string;
  rule: string;
  /** What an event about it is about; `null` where nothing is named. */
  target: Target | null;
  /** The ID that decisions answer: of a hold, or of what sent the item to be inspected or reworked. */
  holdId: string;
  /** Of a hold of which that is asked, what it is on and when that was seen last. */
  held: Held | null;
  /** How the columns read, with the names of the plan where the data has them. */
  shown: Readonly<Record<Column, string>>;
}

export interface Target {
  type: string;
  id: string;
}

/** What is known of what is held. */
export interface Held {
  /** Of several: a lot, a tray, a machine. */
  state: Whereabout;
  seenMs: number | null;
  /** What came of it when it was looked at again where it was held; empty where it was not. */
  inspected: string;
  /** How many that were held for the same reason were decided against. */
  against: number;
  /** Of a lot or tray, how many of it the station of the hold measured good and bad since; null where that is not counted. */
  sample: { good: number; bad: number } | null;
}

export interface Worklist {
  list: ListKind;
  rows: Row[];
  /** Sentences of the data in place of rows: why there are none, how many are not listed. */
  notes: string[];
  /** What the data source warns of: that not all was read, that a name is unknown. */
  warnings: string[];
}
