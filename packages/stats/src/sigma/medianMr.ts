import { medianInPlace } from '../charts/medianInPlace';
import { movingRanges } from '../charts/movingRanges';
import { type ChartData } from '../charts/types';
import { valueBreaks } from '../charts/valueBreaks';
import { valueMask } from '../charts/valueMask';
import { rangeQuantile } from '../constants/rangeDistribution';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimator } from './types';

// n · cv² of the median of moving ranges of two: (¼ + 2 cov) / (m f(m))², with the covariance of neighbouring
// indicators |d| < m from the bivariate normal at ρ = −½ (numerical integration) and f the density at the median m.
const CV2 = 1.649982656798436;

/**
 * σ̂ = median(MR)/d₄, d₄ the median of the range of `span` standard normal values (0.953873 for two); hardly moved by a
 * few outliers (Wheeler, Understanding Statistical Process Control, 3rd ed.; Minitab "median moving range").
 */
export const medianMr: SigmaEstimator = {
  id: 'median-mr',
  title: 'median MR/d₄',
  estimate(data: ChartData, span = 2) {
    const breaks = valueBreaks(data);
    const ranges = movingRanges(data.values, breaks, valueMask(data), span);
    let count = 0;
    for (let i = 0; i < ranges.length; i++) {
      if (ranges[i] === ranges[i]) {
        ranges[count++] = ranges[i]!;
      }
    }
    if (count === 0) {
      return null;
    }
    const average = medianInPlace(ranges.subarray(0, count));
    const df = equivalentDf((CV2 * (span - 1)) / count);
    return { method: 'median-mr', sigma: average / rangeQuantile(0.5, span), df, average, count };
  },
};
