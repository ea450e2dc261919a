import { type Plan, severalAlarms, type SeveralLine, type Site } from '@cellthread/plan';
import { markdownTable } from './markdown';

export const aboutSeveral =
  'Beside the monitors, and no part of their sum, people are told where k of the last n values of one machine or position are out of spec. ' +
  'By chance alone that happens (n−1 over k−1) pᵏ (1−p)ⁿ⁻ᵏ⁺¹ times a value where each is out of spec with p: how often the number among the ' +
  'last n rises to k, which is Naus’s scan statistic (1982) where p is small. The plan states no share that is usual; its Cpk, as it demands it, ' +
  'allows Φ(−3 Cpk) on each side of a spec. That is of values each by itself: what a lot or a tool has in common makes them come together. Where more are out of spec every day k of n tells so, and up to the share in the last column no more often than the ' +
  'budget would bear by itself.';

const small = (value: number) => (value >= 0.1 ? value.toFixed(1) : value.toExponential(1));
const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`;

/** What k of n costs at a site beside its monitors, and where it alone would break the budget. */
export function severalBudget(
  plan: Plan,
  site: Site,
  areaName: (id: string | undefined) => string | undefined
): string[] {
  const lines = severalAlarms(plan, site);
  const aWeek = 7 * Math.max(1, site.calendar.shifts.length);
  const nameOf = ({ area, route }: SeveralLine) => [areaName(area), route].filter(Boolean).join(', ');
  const broken = lines.filter(({ expected, budget }) => expected > budget);
  if (lines.length === 0) {
    return [];
  }
  return [
    markdownTable(
      [
        'k of n, told to',
        'characteristics',
        'values a shift',
        'a week by the Cpk, each by itself',
        'budget a week',
        'bears out of spec',
      ],
      lines.map((line) => [
        nameOf(line),
        String(line.characteristics),
        Math.round(line.values).toLocaleString('en-US'),
        small(line.expected * aWeek),
        small(line.budget * aWeek),
        line.bearable === undefined ? 'any' : percent(line.bearable),
      ])
    ),
    ...broken.map(
      (line) =>
        `**k of n alone breaks the budget of ${nameOf(line)}**: ${small(line.expected * aWeek)} false alarms a week by the Cpk demanded, ${small(line.budget * aWeek)} are borne. Let k be larger (\`k_of_n\`), or demand a higher Cpk.`
    ),
  ];
}
