import { chartType, random } from '@cellthread/stats';
import { type Line, WINDOWS_A_DAY } from './fillingLine';
import { sisterSignals } from './sisterAlarms';

const QUIET = 8;
const WINDOWS = 24;
const NOZZLE = 3;

/**
 * Minutes from the moment at which one nozzle goes off by 1σ of a cell, somewhere in a window, to the end of the window
 * whose point names it; ascending, one a trial. All trials have the limits of one baseline.
 */
export function minutesToFind(line: Line, baseline: number, trials: number, seed: number): Float64Array {
  const uniform = random(seed);
  const model = chartType('sister').phaseI(line(baseline))!;
  const minutes = new Float64Array(trials).fill(Infinity);
  for (let trial = 0; trial < trials; trial++) {
    const from = QUIET + uniform();
    const cells = line(WINDOWS, { from, nozzle: NOZZLE, by: 1 });
    for (const window of sisterSignals(cells, model, 5)[NOZZLE]!) {
      if (window >= QUIET) {
        minutes[trial] = Math.min(minutes[trial]!, ((window + 1 - from) * 24 * 60) / WINDOWS_A_DAY);
      }
    }
  }
  return minutes.sort();
}
