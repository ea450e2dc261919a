import { chartType, type ChartModel, evaluateRules } from '@cellthread/stats';
import { cellsByNozzle } from './byNozzle';
import { type Cells } from './fillingLine';

const ewma = chartType('ewma');
const options = { lambda: 0.2, width: 2.962, steady: true };

/** Places beyond the limits, the chart beginning at the first value. */
function beyond(values: Float64Array, model: ChartModel): number[] {
  const [part] = ewma.phaseII({ values }, model, options);
  return evaluateRules(part!, ['N1']).map((signal) => signal.index);
}

/** Alarms of a chart that starts anew after each, as one does that was acknowledged. */
function restarting(values: Float64Array, model: ChartModel): number {
  let alarms = 0;
  let from = 0;
  // Only as much is computed as the next alarm needs.
  for (let reach = 16; from < values.length;) {
    const first = beyond(values.subarray(from, from + reach), model)[0];
    if (first !== undefined) {
      alarms++;
      from += first + 1;
      reach = 16;
    } else if (from + reach >= values.length) {
      break;
    } else {
      reach *= 2;
    }
  }
  return alarms;
}

/** Alarms of a chart that goes on; neighbouring signals are one. */
function merged(values: Float64Array, model: ChartModel): number {
  return beyond(values, model).filter((place, i, all) => i === 0 || place > all[i - 1]! + 1).length;
}

/** Alarms of one EWMA (λ 0.2, L 2.962, σ from MR̄) a nozzle over its cells, counted in both ways. */
export function cellAlarms(baseline: Cells, run: Cells): { restarting: number; merged: number } {
  const learnt = cellsByNozzle(baseline).map((values) => ewma.phaseI({ values }, { sigma: 'mr-bar' })!);
  const judged = cellsByNozzle(run);
  const sum = (count: typeof merged) => judged.reduce((total, values, k) => total + count(values, learnt[k]!), 0);
  return { restarting: sum(restarting), merged: sum(merged) };
}
