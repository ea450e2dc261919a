import { chartType, drawChart } from '@cellthread/stats';
import { meansByNozzle } from './byNozzle';
import { type Cells } from './fillingLine';

/** Signals of an I-MR chart a nozzle on its window means: of the individuals, and of their moving ranges. */
export function meanAlarms(baseline: Cells, run: Cells): { individuals: number; ranges: number } {
  const learn = meansByNozzle(baseline);
  const counts = meansByNozzle(run).map((values, k) => {
    const model = chartType('i-mr').phaseI({ values: learn[k]! })!;
    const { parts } = drawChart('i-mr', { data: { values }, model, rules: ['N1'] });
    return parts!.map((part) => part.signals.length);
  });
  const total = (part: number) => counts.reduce((sum, count) => sum + count[part]!, 0);
  return { individuals: total(0), ranges: total(1) };
}
