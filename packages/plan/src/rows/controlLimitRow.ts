import type { ControlLimit } from '../types';
import type { RowKind } from './row';

export const controlLimitRow: RowKind<ControlLimit> = {
  measurement: 'control_limit',
  about: 'A frozen model of what the process does when nothing special happens; charts compute their lines from it.',
  tags: {
    station: { about: 'station id', of: ({ station }) => station },
    characteristic: { about: 'characteristic id', of: ({ characteristic }) => characteristic },
    product: { about: 'product id or `*`', of: ({ product }) => product },
    stratum: { about: '`equipment=filler-02` or `*`', of: ({ stratum }) => stratum },
  },
  fields: {
    model: { type: 'text', about: 'normal, lognormal, p, laney, sisters …', of: ({ model }) => model },
    centre: { type: 'float', about: 'centre', of: ({ centre }) => centre },
    sigma_within: { type: 'float', about: 'σ within subgroups', of: ({ sigma_within }) => sigma_within },
    sigma_between: { type: 'float', about: 'σ between subgroups', of: ({ sigma_between }) => sigma_between },
    sigma_plotted: { type: 'float', about: 'σ of the plotted statistic', of: ({ sigma_plotted }) => sigma_plotted },
    window: { type: 'float', about: 'length of an alert window, seconds', of: ({ window_s }) => window_s },
    subgroup_n: { type: 'int', about: 'size of a plotted subgroup', of: ({ subgroup_n }) => subgroup_n },
    lambda: { type: 'float', about: 'EWMA weight', of: ({ lambda }) => lambda },
    l: { type: 'float', about: 'EWMA limit, σ', of: ({ l }) => l },
    k: { type: 'float', about: 'Shewhart limit, σ', of: ({ k }) => k },
    n: { type: 'int', about: 'plotted points of the baseline', of: ({ n }) => n },
    lots_spanned: { type: 'int', about: 'lots in the baseline', of: ({ lots_spanned }) => lots_spanned },
    shifts_spanned: { type: 'int', about: 'shifts in the baseline', of: ({ shifts_spanned }) => shifts_spanned },
    baseline_from_ms: { type: 'int', about: 'Unix ms', of: ({ baseline_from_ms }) => baseline_from_ms },
    baseline_to_ms: { type: 'int', about: 'Unix ms', of: ({ baseline_to_ms }) => baseline_to_ms },
    status: { type: 'text', about: 'provisional, approved or retired', of: ({ status }) => status },
    approved_by: { type: 'text', about: 'persons', of: ({ approved_by }) => approved_by },
    trigger: { type: 'text', about: 'why it was established', of: ({ trigger }) => trigger },
  },
};
