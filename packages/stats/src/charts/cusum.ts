import { emptyPart } from './emptyPart';
import { anySigma, locationModel } from './locationModel';
import { plottedStatistic } from './plottedStatistic';
import { type ChartType } from './types';

/**
 * Tabular CUSUM: C⁺ᵢ = max(0, C⁺ᵢ₋₁ + xᵢ − T − kσᵢ), C⁻ᵢ = max(0, C⁻ᵢ₋₁ + T − xᵢ − kσᵢ), limits hσᵢ; k 0.5, h 5
 * (Montgomery ISQC 7th ed., §9.1; NIST e-Handbook 6.3.2.3). `headStart` f begins at f·hσ (FIR, Lucas & Crosier 1982,
 * Technometrics 24, 199–205: f = 0.5). Choice: in the unit of the values, `standardised` in σ; the lower side is drawn
 * as −C⁻ below zero. A missing point leaves the sums, a break or excluded point starts them anew.
 */
export const cusum: ChartType = {
  id: 'cusum',
  title: 'CUSUM',
  family: 'memory',
  input: 'values-or-subgroups',
  parts: ['high', 'low'],
  sigma: anySigma,
  phaseI: (data, options = {}) => locationModel('cusum', data, options),
  phaseII(data, model, options = {}) {
    const { k = 0.5, h = 5, headStart = 0, standardised = false } = options;
    const { x, sigma } = plottedStatistic(data, model);
    const count = x.length;
    const upper = emptyPart('high', 'location', count, false);
    const lower = emptyPart('low', 'location', count, false);
    upper.centre.fill(0);
    lower.centre.fill(0);
    let high = 0;
    let low = 0;
    let restart = true;
    for (let i = 0; i < count; i++) {
      restart ||= data.breaks?.[i] === 1 || data.excluded?.[i] === 1;
      if (x[i] !== x[i] || data.excluded?.[i]) {
        continue;
      }
      const unit = standardised ? 1 : sigma[i]!;
      const away = standardised ? (x[i]! - model.centre) / sigma[i]! : x[i]! - model.centre;
      const limit = h * unit;
      if (restart) {
        high = headStart * limit;
        low = high;
        restart = false;
      }
      high = Math.max(0, high + away - k * unit);
      low = Math.max(0, low - away - k * unit);
      upper.points[i] = high;
      upper.ucl[i] = limit;
      lower.points[i] = 0 - low;
      lower.lcl[i] = -limit;
    }
    return [upper, lower];
  },
};
