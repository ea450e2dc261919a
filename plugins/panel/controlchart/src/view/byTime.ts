import { type Numbers } from '@cellthread/chart';

/** Share of the time that pauses may fill before points stand one beside the other. */
const mostPaused = 0.2;

/**
 * Whether points stand at their times.
 *
 * @param time ms of each row, ascending; `null` where the data has none
 * @param maxGap longest pause in ms that is none
 */
export function byTime(xAxis: 'auto' | 'time' | 'order', time: Numbers | null, maxGap: number): boolean {
  return time !== null && (xAxis === 'time' || (xAxis === 'auto' && !isMostlyPaused(time, maxGap)));
}

function isMostlyPaused(time: Numbers, maxGap: number): boolean {
  let paused = 0;
  for (let i = 1; i < time.length; i++) {
    const pause = time[i]! - time[i - 1]!;
    paused += pause > maxGap ? pause : 0;
  }
  return time.length > 1 && paused > mostPaused * (time[time.length - 1]! - time[0]!);
}
