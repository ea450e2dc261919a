import { type RunType } from '@cellthread/vocabulary';

/** What is said where values are entered. */
export interface EntryWords {
  /** Where nothing can be entered, and why. */
  nowhere: string;
  mayNot: string;
  nothingPlanned: string;
  item: string;
  itemHelp: string;
  known: (product: string) => string;
  unknownItem: string;
  site: string;
  station: string;
  machine: string;
  position: string;
  noPosition: string;
  characteristic: string;
  all: string;
  value: string;
  yes: string;
  no: string;
  choose: string;
  limits: (from: string, to: string) => string;
  noLimits: string;
  target: (value: string) => string;
  notAValue: Readonly<Record<'number' | 'count' | 'boolean' | 'text', string>>;
  beyond: Readonly<Record<'lsl' | 'usl', (limit: string) => string>>;
  runType: string;
  runTypes: Readonly<Record<RunType, string>>;
  badge: string;
  badgeHelp: string;
  note: string;
  store: string;
  entered: string;
  nothingEntered: string;
  visit: (number: number) => string;
  outOfSpec: string;
  held: string;
}
