import { asSingleValues } from './byNozzle';
import { cellAlarms } from './cellAlarms';
import { fillingLine, type Order, WINDOWS_A_DAY } from './fillingLine';
import { meanAlarms } from './meanAlarms';
import { sisterAlarms } from './sisterAlarms';

export interface SetUp {
  order: Order;
  /** Windows that the limits come from, before every run. */
  baseline: number;
}

/** What is counted, in alarms a day of all nozzles together. */
export type Count = 'cell' | 'cellMerged' | 'means' | 'meansIndividuals' | 'sister' | 'sisterOneSigma';

/** Mean of the runs, its standard error, and the standard deviation from run to run. */
export interface Estimate {
  mean: number;
  error: number;
  spread: number;
}

/** False alarms a day of all methods on the same cells: `runs` times a baseline and `days` judged by its limits. */
export function study({ order, baseline }: SetUp, runs: number, days: number, seed = 17): Record<Count, Estimate> {
  const line = fillingLine(order, seed);
  const counts: Array<Record<Count, number>> = [];
  for (let run = 0; run < runs; run++) {
    const learn = line(baseline);
    const judged = line(days * WINDOWS_A_DAY);
    const cell = cellAlarms(learn, judged);
    const means = meanAlarms(learn, judged);
    counts.push({
      cell: cell.restarting / days,
      cellMerged: cell.merged / days,
      means: (means.individuals + means.ranges) / days,
      meansIndividuals: means.individuals / days,
      sister: sisterAlarms(learn, judged) / days,
      sisterOneSigma: sisterAlarms(asSingleValues(learn), asSingleValues(judged), 1) / days,
    });
  }
  const of = (what: Count) => estimate(counts.map((count) => count[what]));
  return {
    cell: of('cell'),
    cellMerged: of('cellMerged'),
    means: of('means'),
    meansIndividuals: of('meansIndividuals'),
    sister: of('sister'),
    sisterOneSigma: of('sisterOneSigma'),
  };
}

function estimate(values: number[]): Estimate {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
  return { mean, error: spread / Math.sqrt(values.length), spread };
}
