import { ewmaPart } from './ewmaPart';
import { anySigma, locationModel } from './locationModel';
import { plottedStatistic } from './plottedStatistic';
import { shewhartPart } from './shewhartPart';
import { type ChartType } from './types';

/**
 * EWMA with a Shewhart chart beside it (Lucas & Saccucci 1990, §5): the one finds small shifts, the other large ones at
 * once. Defaults λ 0.2, L 4.0, Shewhart 4.2: together ARL₀ about 13 000, meant for alerts on many charts.
 */
export const ewmaShewhart: ChartType = {
  id: 'ewma-shewhart',
  title: 'EWMA + Shewhart',
  family: 'memory',
  input: 'values-or-subgroups',
  parts: ['ewma', 'x'],
  sigma: anySigma,
  phaseI: (data, options = {}) => locationModel('ewma-shewhart', data, options),
  phaseII(data, model, options = {}) {
    const statistic = plottedStatistic(data, model);
    return [
      ewmaPart('ewma', statistic, model.centre, data, options, options.width ?? 4),
      shewhartPart('x', statistic, model.centre, options.shewhart ?? 4.2, false),
    ];
  },
};
