import { fittedCapability, percentileCapability } from '../../capability/percentileCapability';
import { fitStatistic, normalityTest } from '../../distributions/andersonDarling';
import { boxCox } from '../../distributions/boxCox';
import { distributionTypes } from '../../distributions/distributionTypes';
import { histogram } from '../../distributions/histogram';
import { quantile } from '../../distributions/quantile';
import { sortedValues } from '../../distributions/sortedValues';
import { momentsOf } from '../../charts/moments';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

/** Everything about one sample's distribution: moments, quantiles, fits, normality, Box–Cox, bins, percentile indices. */
export const distributionKind: ProblemKind = {
  id: 'distribution',
  title: 'Distribution of a sample',
  answer(fields: Fields) {
    const values = fields.needNumbers('values');
    const probabilities = fields.numbers('quantiles', false) ?? Float64Array.of(0, 0.25, 0.5, 0.75, 1);
    const type = fields.choice('quantileType', ['6', '7', '8'] as const) ?? '7';
    const most = fields.whole('mostTested', 8, 1e9);
    const resolution = fields.number('resolution', 0);
    const spec = readSpec(fields);
    fields.refuseOthers();
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
    return plain({
      kind: 'distribution',
      n,
      mean,
      sd: n > 1 ? Math.sqrt(ss / (n - 1)) : null,
      quantiles: Array.from(probabilities, (p) => quantile(sorted, p, style)),
      normality: normalityTest(values, most),
      boxCox: lambda && { lambda: lambda.lambda, logLikelihood: lambda.logLikelihood },
      fits: fits.filter((f) => f !== null),
      histogram: histogram(sorted, resolution),
      ...(spec ? { percentile: percentileCapability(sorted, spec, style) } : {}),
    }) as Record<string, unknown>;
  },
};
