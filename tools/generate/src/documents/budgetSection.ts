import type { Plan } from '@cellthread/plan';
import { alarmBudget, lambda } from '../budget/alarmBudget';
import { markdownTable } from './markdown';

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** From signals that people can bear to the limits of alerts, with every number on the way. */
export function budgetSection(plan: Plan): string {
  return [
    '## Alarm budget',
    'One point is one window of one stream (equipment, or its positions where subgroups keep them apart), so that points a ' +
      'shift = streams × windows; it is an upper bound, since a window with too few cells waits. ' +
      `ARL₀ = points ÷ budget. L and k are the limits, in σ, with which an EWMA (λ = ${lambda}, L) and a Shewhart chart ` +
      '(k = L + 0.2) beside it together have this ARL₀ on independent normal points (Markov chain). Limits at 3 σ would ' +
      'signal once in 370 points.',
    ...plan.sites.map((site) =>
      [
        `**${site.name} (\`${site.id}\`)**`,
        markdownTable(
          ['scope', 'streams', 'points a shift', 'signals a shift', 'ARL₀', 'L', 'k'],
          alarmBudget(plan, site).map((line) => [
            line.scope,
            count(line.streams),
            count(line.points),
            String(line.budget),
            count(line.arl),
            line.l.toFixed(2),
            line.k.toFixed(2),
          ])
        ),
      ].join('\n\n')
    ),
  ].join('\n\n');
}
