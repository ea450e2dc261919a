import { ewmaPart } from './ewmaPart';
import { anySigma, locationModel } from './locationModel';
import { plottedStatistic } from './plottedStatistic';
import { type ChartType } from './types';

/**
 * EWMA chart of values or subgroup means; λ 0.2, width 3 where not stated (NIST e-Handbook 6.3.2.4; Montgomery ISQC
 * 7th ed., §9.2). Choice: limits widen from the start as the exact variance does; `steady` asks for the asymptotic ones.
 */
export const ewma: ChartType = {
  id: 'ewma',
  title: 'EWMA',
  family: 'memory',
  input: 'values-or-subgroups',
  parts: ['ewma'],
  sigma: anySigma,
  phaseI: (data, options = {}) => locationModel('ewma', data, options),
  phaseII(data, model, options = {}) {
    const statistic = plottedStatistic(data, model);
    return [ewmaPart('ewma', statistic, model.centre, data, options, options.width ?? 3)];
  },
};
