import { movingRanges } from '../charts/movingRanges';
import { type ChartData } from '../charts/types';
import { valueBreaks } from '../charts/valueBreaks';
import { valueMask } from '../charts/valueMask';
import { rangeMoments } from '../constants/rangeDistribution';
import { equivalentDf } from './equivalentDf';
import { type SigmaEstimator } from './types';

// Of |Z₂ − Z₁|, in σ²: variance 2 − 4/π, covariance of neighbours (4/π)(√¾ + asin(½)/2 − 1).
const VARIANCE = 2 - 4 / Math.PI;
const COVARIANCE = (4 / Math.PI) * (Math.sqrt(0.75) + 0.5 * Math.asin(0.5) - 1);

/**
 * σ̂ = MR̄/d₂(span) (Montgomery ISQC 7th ed., eq. 6.33; NIST e-Handbook 6.3.2.2), exact d₂(2) = 2/√π, not 1.128.
 * Degrees of freedom: variance of the mean of overlapping moving ranges of two (Cryer & Ryan 1990, J. Quality
 * Technology 22, 187–192), about 0.62 (n − 1); Minitab's n − span + 1 overstates them. For longer spans only the
 * ranges that do not overlap are counted.
 */
export const mrBar: SigmaEstimator = {
  id: 'mr-bar',
  title: 'MR̄/d₂',
  estimate(data: ChartData, span = 2) {
    const breaks = valueBreaks(data);
    const ranges = movingRanges(data.values, breaks, valueMask(data), span);
    let sum = 0;
    let count = 0;
    let neighbours = 0;
    for (let i = 0; i < ranges.length; i++) {
      const r = ranges[i]!;
      if (r === r) {
        sum += r;
        count++;
        if (i > 0 && ranges[i - 1] === ranges[i - 1] && !breaks?.[i]) {
          neighbours++;
        }
      }
    }
    if (count === 0) {
      return null;
    }
    const { d2, d3 } = rangeMoments(span);
    const average = sum / count;
    const cv2 =
      span === 2
        ? (count * VARIANCE + 2 * neighbours * COVARIANCE) / (count * count * d2 * d2)
        : (d3 * d3) / (d2 * d2 * Math.max(1, Math.ceil(count / span)));
    return { method: 'mr-bar', sigma: average / d2, df: equivalentDf(cv2), average, count };
  },
};
