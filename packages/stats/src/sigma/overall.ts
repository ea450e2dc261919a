import { momentsOf } from '../charts/moments';
import { type ChartData } from '../charts/types';
import { valueMask } from '../charts/valueMask';
import { type SigmaEstimator } from './types';

/** Sample standard deviation of all values together, √(SS/(n − 1)), two-pass; the long-term σ of Pp and Ppk. */
export const overall: SigmaEstimator = {
  id: 'overall',
  title: 'overall s',
  estimate(data: ChartData) {
    const { n, ss } = momentsOf(data.values, valueMask(data));
    if (n < 2) {
      return null;
    }
    const sigma = Math.sqrt(ss / (n - 1));
    return { method: 'overall', sigma, df: n - 1, average: sigma, count: n };
  },
};
