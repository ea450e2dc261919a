import { type Divider } from '../model/ChartModel';
import { type Observations } from './Observations';

/** Stands between the parts of a phase's text. */
const separator = ' · ';

/** More changes than this are not phases but a mixture: lines at every row would hide the chart. */
const mostDividers = 40;

/** The moments where the phase of the rows changes; none where it changes all the time. */
export function dividersOf(obs: Observations, xAxis: 'time' | 'order', individuals: boolean): Divider[] {
  const { phase, time } = obs;
  if (!phase || (xAxis === 'order' && !individuals)) {
    return [];
  }
  const out: Divider[] = [];
  let before = obs.n > 0 ? phase(0) : '';
  for (let row = 1; row < obs.n; row++) {
    const now = phase(row);
    if (now !== before) {
      out.push({
        x: xAxis === 'time' && time ? (time[row - 1]! + time[row]!) / 2 : row + 0.5,
        label: news(before, now),
      });
      if (out.length > mostDividers) {
        return [];
      }
      before = now;
    }
  }
  return out;
}

/** The parts of a phase ("recipe fill-800 · recipe version 4") that the phase before did not have. */
function news(before: string, now: string): string {
  const old = new Set(before.split(separator));
  const fresh = now.split(separator).filter((part) => !old.has(part));
  return fresh.join(separator) || now;
}
