import { lagAutocorrelation } from '@cellthread/stats/tests/lagAutocorrelation';
import { type DrawnChart } from '@cellthread/stats/charts/drawChart';
import { type ChartData, type ChartModel, type ChartOptions, type ChartType } from '@cellthread/stats/charts/types';
import { subgroupStatistics } from '@cellthread/stats/charts/subgroupStatistics';
import { varianceComponents } from '@cellthread/stats/components/varianceComponents';
import { fCdf } from '@cellthread/stats/special/fDistribution';

const NEEDED = 100;

/** Why limits that were estimated have no width. */
function withoutWidth({ family, id }: ChartType, { method, centre }: ChartModel): string {
  if (family === 'attributes' || id === 'g') {
    return centre === 0 ? 'every count is 0' : 'every unit is defective';
  }
  switch (method) {
    case 'mr-bar':
      return 'all moving ranges are 0';
    case 'median-mr':
      return 'at least half of the moving ranges are 0';
    case 'overall':
      return 'all values are equal';
    default:
      return 'no subgroup has any spread';
  }
}

/** What a quality engineer should know before trusting the limits. */
export function chartWarnings(
  type: ChartType,
  data: ChartData,
  { models, reasons }: Pick<DrawnChart, 'models' | 'reasons'>,
  options: ChartOptions,
  given: boolean
): string[] {
  const warnings: string[] = [];
  models.forEach((model, stage) => {
    const where = models.length > 1 ? `stage ${stage + 1}: ` : '';
    if (!model) {
      warnings.push(`${where}${reasons[stage]!}`);
    } else if (model.points > 0 && model.points < NEEDED && type.family !== 'run') {
      warnings.push(`${where}limits from ${model.points} points; below ${NEEDED} they are uncertain`);
    }
    if (model && !given && model.sigmaWithin === 0) {
      warnings.push(`${where}${withoutWidth(type, model)}`);
    }
    if (model && type.id.startsWith('laney-') && model.sigmaPlotted! < 1 && !options.underdispersion) {
      warnings.push(`${where}σ_z ${model.sigmaPlotted!.toFixed(2)} is below 1 and taken as 1: limits are not narrowed`);
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
