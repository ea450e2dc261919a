import { type Divider } from '../model/ChartModel';
import { type Observations } from './Observations';

/** More changes than this are not phases but a mixture: lines at every row would hide the chart. */
const mostDividers = 40;

/** The moments where the phase of the rows changes; none where it changes all the time. */
export function dividersOf(obs: Observations, xAxis: 'time' | 'order', individuals: boolean): Divider[] {
  const { phase, time } = obs;
  if (!phase || (xAxis === 'order' && !individuals)) {
    return [];
  }
  const out: Divider[] = [];
  for (let row = 1; row < obs.n; row++) {
    const now = phase(row);
    if (now !== phase(row - 1)) {
      out.push({ x: xAxis === 'time' && time ? (time[row - 1]! + time[row]!) / 2 : row - 0.5, label: now });
      if (out.length > mostDividers) {
        return [];
      }
    }
  }
  return out;
}
