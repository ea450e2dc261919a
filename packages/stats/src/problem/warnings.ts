import { lagAutocorrelation } from '../tests/lagAutocorrelation';
import { type ChartData, type ChartModel, type ChartType } from '../charts/types';
import { subgroupStatistics } from '../charts/subgroupStatistics';
import { varianceComponents } from '../components/varianceComponents';
import { fCdf } from '../special/fDistribution';

const NEEDED = 100;

/** What a quality engineer should know before trusting the limits. */
export function chartWarnings(type: ChartType, data: ChartData, models: Array<ChartModel | null>): string[] {
  const warnings: string[] = [];
  models.forEach((model, stage) => {
    const where = models.length > 1 ? `stage ${stage + 1}: ` : '';
    if (!model) {
      warnings.push(`${where}too little data for limits`);
    } else if (model.points > 0 && model.points < NEEDED && type.family !== 'run') {
      warnings.push(`${where}limits from ${model.points} points; below ${NEEDED} they are uncertain`);
    }
    if (model && type.input === 'values' && model.sigmaWithin === 0) {
      warnings.push(`${where}all moving ranges are 0`);
    }
  });
  if (type.family === 'individuals' || type.family === 'subgroups') {
    const x = data.starts ? subgroupStatistics(data).mean : data.values;
    const r = lagAutocorrelation(x, 1, data.breaks, data.excluded);
    if (r !== null && Math.abs(r) > 0.2 && x.length >= 20) {
      warnings.push(`lag-1 autocorrelation ${r.toFixed(2)}: rules and limits assume independent points`);
    }
  }
  if (type.id === 'xbar-r' || type.id === 'xbar-s') {
    const c = models[0]?.sigmaBetween === 0 ? varianceComponents(data) : null;
    if (c && c.groups >= 20 && fCdf(c.f, c.groups - 1, c.dfWithin, true) < 0.001) {
      warnings.push(
        `subgroups differ by more than the spread within them explains (ICC ${c.icc.toFixed(2)}): ` +
          'consider I-MR-R/S, or between: true'
      );
    }
  }
  return warnings;
}
