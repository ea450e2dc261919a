import { alarmBudget, alarms, lambda, measured, muteOf, type Plan, type Site } from '@cellthread/plan';
import { markdownTable } from './markdown';
import { aboutSeveral, severalBudget } from './severalSection';

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const exponent = (value: number): string => value.toExponential(1);

/** From signals that people can bear to the limits of alarms, with every number on the way. */
export function budgetSection(plan: Plan): string {
  const limits = alarms(plan);
  return [
    '## Alarm budget',
    'A point is what is judged of one stream (a machine, or one of its positions) in one window: its level, its spread or its ' +
      'share out of spec. A window waits until half of the streams have the items that it needs, and each position has its part of ' +
      'the items of its machine, one a cycle; so points a shift are an upper bound. Level counts gauges as well, of which a reading of a ' +
      'master part is a point, and zones, each once whatever its sensors. Two or three sisters are judged by each pair of them, in two ways. ARL₀ is how many points a stream has between ' +
      `two false alarms. L and k are the limits, in σ, with which an EWMA (λ = ${lambda}, L) and a Shewhart chart (k = L + 0.2) ` +
      'beside it together have this ARL₀ on independent normal points (integral equation); a share is an alarm where chance alone ' +
      'gives so many with less than its tail, over one of six lengths. Limits at 3 σ would signal once in 370 points. All routes ' +
      'together spend no more than the budget of the plant, and maintenance of no area more than its own; of several sites the ' +
      'widest limits hold at all.',
    markdownTable(
      ['route', 'L', 'k', 'tail of a share'],
      Object.entries(limits).map(([route, { width, shewhart, tail }]) => [
        route,
        width.toFixed(2),
        shewhart.toFixed(2),
        exponent(tail),
      ])
    ),
    aboutSeveral,
    ...plan.sites.map((site) => siteBudget(plan, site)),
    ...uncheckedText(plan),
  ].join('\n\n');
}

/** Of which gauges nobody would see that they drift. */
function uncheckedText({ stations }: Plan): string[] {
  const unchecked = stations
    .flatMap(({ characteristics }) => characteristics)
    .filter((of) => measured(of) && of.type === 'number' && of.measurement.master_check_s === undefined)
    .map(({ id }) => `\`${id}\``);
  return unchecked.length === 0
    ? []
    : [
        `No master part is measured for ${unchecked.join(', ')} (\`measurement: {master_check}\`): a drift of the gauge is not told apart from one of the process there.`,
      ];
}

function siteBudget(plan: Plan, site: Site): string {
  const lines = alarmBudget(plan, site);
  const aWeek = 7 * Math.max(1, site.calendar.shifts.length);
  const mute = muteOf(plan, site).map(({ id }) => `\`${id}\``);
  const areaName = (id: string | undefined) => site.areas.find((area) => area.id === id)?.name;
  return [
    `**${site.name} (\`${site.id}\`)**`,
    markdownTable(
      ['route', 'level', 'spread', 'share', 'points a shift', 'ARL₀', 'false alarms a week, at most'],
      [
        ...lines.map(({ route, area, streams, points, arl }) => [
          [areaName(area), route].filter(Boolean).join(', '),
          count(streams.level),
          count(streams.spread),
          count(streams.share),
          count(points),
          count(arl),
          ((points / arl) * aWeek).toFixed(1),
        ]),
        [
          'all',
          ...(['level', 'spread', 'share'] as const).map((what) =>
            count(lines.reduce((sum, { streams }) => sum + streams[what], 0))
          ),
          count(lines.reduce((sum, { points }) => sum + points, 0)),
          '–',
          (lines.reduce((sum, { points, arl }) => sum + points / arl, 0) * aWeek).toFixed(1),
        ],
      ]
    ),
    ...severalBudget(plan, site, areaName),
    ...(mute.length > 0
      ? [
          `Neither level nor spread is watched where a characteristic has neither sisters nor approved limits of a machine or position: ${mute.join(', ')}.`,
        ]
      : []),
  ].join('\n\n');
}
