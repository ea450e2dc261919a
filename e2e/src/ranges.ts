export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The last `length` milliseconds. */
export function last(length: number, now = Date.now()): { from: number; to: number } {
  return { from: now - length, to: now };
}
