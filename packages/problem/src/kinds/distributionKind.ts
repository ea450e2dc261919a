import { fittedCapability, percentileCapability } from '@cellthread/stats/capability/percentileCapability';
import { fitStatistic, normalityTest } from '@cellthread/stats/distributions/andersonDarling';
import { boxCox } from '@cellthread/stats/distributions/boxCox';
import { distributionTypes } from '@cellthread/stats/distributions/distributionTypes';
import { histogram } from '@cellthread/stats/distributions/histogram';
import { quantile } from '@cellthread/stats/distributions/quantile';
import { sortedValues } from '@cellthread/stats/distributions/sortedValues';
import { momentsOf } from '@cellthread/stats/charts/moments';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

/** Why something cannot be said of the values. */
function missing(sorted: Float64Array, reasons: Record<string, boolean>): string[] {
  const [low = NaN, high = NaN] = [sorted[0], sorted[sorted.length - 1]];
  const warnings = Object.keys(reasons).filter((reason) => reasons[reason]);
  if (!(high > low)) {
    warnings.push('no distribution can be fitted: fewer than two different values');
  } else if (low < 0) {
    warnings.push('values below 0: only the normal distribution can be fitted');
  } else if (low === 0) {
    warnings.push('a value of 0: lognormal, Weibull and gamma cannot be fitted');
  }
  return warnings;
}

/** Everything about one sample's distribution: moments, quantiles, fits, normality, Box–Cox, bins, percentile indices. */
export const distributionKind: ProblemKind = {
  id: 'distribution',
  title: 'Distribution of a sample',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const probabilities = fields.numbers('quantiles') ?? Float64Array.of(0, 0.25, 0.5, 0.75, 1);
    const type = fields.text('quantileType') ?? '7';
    const most = fields.number('mostTested');
    const resolution = fields.number('resolution');
    const spec = readSpec(fields);
    const sorted = sortedValues(values);
    const { n, mean, ss } = momentsOf(values);
    const style = Number(type) as 6 | 7 | 8;
    const lambda = boxCox(values);
    const fits = distributionTypes.map((d) => {
      const fitted = n > 0 ? d.fit(sorted) : null;
      return (
        fitted && {
          id: d.id,
          parameters: fitted.parameters,
          logLikelihood: fitted.logLikelihood,
          andersonDarling: fitStatistic(sorted, fitted, most),
          ...(spec ? { capability: fittedCapability(fitted, spec) } : {}),
        }
      );
    });
    const normality = normalityTest(values, most);
    const percentile = spec ? percentileCapability(sorted, spec, style) : null;
    return plain({
      kind: 'distribution',
      n,
      mean,
      sd: n > 1 ? Math.sqrt(ss / (n - 1)) : null,
      quantiles: Array.from(probabilities, (p) => quantile(sorted, p, style)),
      normality,
      boxCox: lambda && { lambda: lambda.lambda, logLikelihood: lambda.logLikelihood },
      fits: fits.filter((f) => f !== null),
      histogram: histogram(sorted, resolution),
      ...(spec ? { percentile } : {}),
      warnings: missing(sorted, {
        'normality needs eight values with some spread': !normality,
        'Box–Cox needs three positive values with some spread': !lambda,
        'Box–Cox λ lies at the end of the search, −5 … 5: it is not the best one': Math.abs(lambda?.lambda ?? 0) === 5,
        'percentile capability needs 1000 values': spec !== undefined && !percentile,
      }),
    }) as Record<string, unknown>;
  },
};
