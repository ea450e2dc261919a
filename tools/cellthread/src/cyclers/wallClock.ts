/** Which of the first two numbers of a date is the day. */
export type DateOrder = 'mdy' | 'dmy';

export const dateOrders: readonly DateOrder[] = ['mdy', 'dmy'];

const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2}):(\d{2})(?:\s*(AM|PM))?)?$/i;

/** Hour of 0…23, or undefined. */
function hourOf(text: string, half: string | undefined): number | undefined {
  const hour = Number(text);
  if (half === undefined) {
    return hour < 24 ? hour : undefined;
  }
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : undefined;
}

/** Whether a text is a date, with or without a time, in either order. */
export function isWallClock(text: string): boolean {
  return dateOrders.some((order) => readWallClock(text, order) !== undefined);
}

/**
 * Local time of `10/21/2019 23:59:59`, `5/11/2021 3:40:24 PM` or a date alone, which is midnight, as the Unix ms it would
 * have in UTC; undefined if the text is none in this order. A 31st of February is none.
 */
export function readWallClock(text: string, order: DateOrder): number | undefined {
  const match = written.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, first = '', second = '', year, hours = '0', minutes = '0', seconds = '0', half] = match;
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  const hour = hourOf(hours, half);
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), hour, Number(minutes), Number(seconds));
  const date = new Date(ms);
  const exists =
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day) &&
    Number(minutes) < 60 &&
    Number(seconds) < 60;
  return hour !== undefined && exists ? ms : undefined;
}
