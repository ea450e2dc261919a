import { sha256 } from './canonical';

/** What a seal says of its day. */
export interface Said {
  before: string;
  count: number;
  day: string;
  late: number;
  root: string;
}

/** The seal of a UTC day (`2026-03-10`), as its text. */
export interface Seal {
  day: string;
  text: string;
}

const DAY_MS = 86_400_000;
/** After its end a day is sealed in a quarter of an hour; whoever asks waits a little longer. */
const DUE_MS = DAY_MS + 75 * 60_000;

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY_MS);

/** The last day of which there must be a seal. */
export const dueDay = (nowMs: number): string => dayOf(nowMs - DUE_MS);

/** SHA-256 of all hashes in the order of the alphabet, each followed by an end of line. */
export const rootOf = (hashes: readonly string[]): string =>
  sha256(
    [...hashes]
      .sort()
      .map((hash) => `${hash}\n`)
      .join('')
  );

/** The tag of the list of a root. */
export const listTag = (root: string): string => root.slice(0, 16);

/** What a seal says; undefined of a text that is none. */
export function said({ day, text }: Seal): Said | undefined {
  try {
    const of = JSON.parse(text) as Partial<Said>;
    const whole =
      of.day === day &&
      /^[0-9a-f]{64}$/.test(of.root ?? '') &&
      typeof of.before === 'string' &&
      Number.isInteger(of.count);
    return whole ? (of as Said) : undefined;
  } catch {
    return undefined;
  }
}
