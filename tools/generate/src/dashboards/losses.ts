import type { LossColumn } from '@cellthread/vocabulary';
import { type Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { type Dashboard, dashboardUids } from './dashboard';
import { episodeLink, travelerLink } from './links';
import { choiceNames } from './choiceNames';
import { missingAs, nameMapping } from './mappings';
import { override, type Panel, type PanelOptions, panel } from './panel';
import { chosen, lossesQuery } from './queries';
import { datasourceVariable, listVariable } from './variable';
import type { DashboardWords, LossColumnShown } from './words/DashboardWords';
import { dashboardWords } from './words/registry';

const cells = ['cells', 'out_of_spec', 'caught', 'slipped', 'scrapped', 'reworked'] as const;
const times = ['first_bad_s', 'signal_s', 'person_s', 'action_s', 'proof_s'] as const;

/** Station-hours, and money where the plan says what stations add. */
const sumsOf = ({ currency }: Plan) =>
  [
    'station_hours',
    ...(currency ? ['cost'] : []),
    'end_of_line_hours',
    ...(currency ? ['end_of_line_cost'] : []),
  ] as LossColumnShown[];

/** What the links of a row take from it, hidden. Of variables with several values a missing one means all. */
const linked = ['site', 'line', 'equipment', 'position', 'characteristic', 'product', 'view_from', 'view_to'] as const;
const missingIsAll = ['site', 'line', 'equipment', 'position'];

/** What every fault cost, of cells, hours of stations and money, with the way to its cells. */
export function lossesDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { losses: words, variables } = say;
  const filters = [chosen('site'), chosen('line'), chosen('station')];
  const sums = sumsOf(plan);
  return {
    uid: dashboardUids.losses,
    title: words.title,
    description: words.about,
    from: 'now-7d',
    refresh: '1m',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: variables.site, kind: 'sites', multi: true }),
      listVariable('line', { label: variables.line, kind: 'lines', within: { site: '$site' }, multi: true }),
      listVariable('station', {
        label: variables.station,
        kind: 'stations',
        within: { site: '$site', line: '$line' },
        multi: true,
      }),
    ],
    panels: [
      summed(plan, {
        id: 1,
        title: words.together,
        at: [0, 0, 24, 4],
        queries: [lossesQuery('all', filters)],
        shown: ['episodes', ...cells, ...times, ...sums],
      }),
      trend(say, { id: 2, title: words.weeks, at: [0, 4, 12, 8], queries: [lossesQuery('week', filters)] }, [
        'out_of_spec',
        'caught',
        'slipped',
        'scrapped',
        'reworked',
      ]),
      trend(say, { id: 3, title: words.hoursByWeek, at: [12, 4, 12, 8], queries: [lossesQuery('week', filters)] }, [
        'station_hours',
        'end_of_line_hours',
      ]),
      summed(plan, {
        id: 4,
        title: words.byCause,
        at: [0, 12, 12, 8],
        queries: [lossesQuery('cause', filters)],
        shown: ['cause', 'episodes', ...cells.slice(1), ...sums],
      }),
      summed(plan, {
        id: 5,
        title: words.byStation,
        at: [12, 12, 12, 8],
        queries: [lossesQuery('station', filters)],
        shown: ['station', 'episodes', ...cells.slice(1), ...sums],
      }),
      summed(plan, {
        id: 6,
        title: words.episodes,
        description: words.episodesAbout,
        at: [0, 20, 24, 18],
        queries: [lossesQuery(undefined, filters)],
        shown: ['sentence', 'from', 'cause', ...times, 'proof', ...cells, ...sums, 'cell_id'],
        opens: true,
      }),
    ],
  };
}

type Summed = PanelOptions & {
  queries: [ReturnType<typeof lossesQuery>];
  shown: readonly LossColumnShown[];
  /** Each number opens its cells. */
  opens?: boolean;
};

function summed(plan: Plan, { shown, opens = false, ...given }: Summed): Panel {
  const say = dashboardWords(plan);
  const { columns } = say.losses;
  const opening = opens ? { links: [episodeLink(say)] } : {};
  const hidden: readonly LossColumn[] = opens
    ? [...linked, ...(shown.includes('station') ? [] : (['station'] as const))]
    : [];
  const names = Object.fromEntries(shown.map((name) => [name, columns[name]]));
  const note = shown.find((name) => texts.includes(name)) ?? 'sentence';
  return table({
    say,
    ...given,
    columns: {
      ...names,
      ...(note === 'sentence' && { sentence: columns.sentence }),
      ...Object.fromEntries(hidden.map((name) => [name, name])),
    },
    note,
    ...(opens && { sortBy: 'from' }),
    fieldConfig: {
      overrides: [
        // Of rows that are sums it is empty, and wrapped it would push what they say out of sight.
        ...(opens ? [override('sentence', { ...opening, 'custom.wrapText': true, 'custom.minWidth': 320 })] : []),
        override('from', { ...opening, 'custom.width': 170 }),
        override('cell_id', { links: [travelerLink(say)], 'custom.width': 230 }),
        override('cause', {
          mappings: [...choiceNames(plan, ({ causes }) => causes), missingAs(say.losses.noCause, 'text')],
          'custom.minWidth': 170,
        }),
        override('station', {
          ...(opens ? {} : { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
          'custom.minWidth': 130,
        }),
        override('proof', {
          mappings: nameMapping(Object.entries(say.signals.verdicts).map(([id, text]) => ({ id, text }))),
        }),
        ...[...cells, 'episodes'].map((name) => override(name, { ...opening, decimals: 0, 'custom.width': 100 })),
        ...times.map((name) => override(name, { ...opening, unit: 'dtdurations', decimals: 0, 'custom.width': 115 })),
        ...sumsOf(plan).map((name) => override(name, { ...opening, 'custom.width': 115 })),
        ...hidden.map((name) =>
          override(name, {
            'custom.hideFrom.viz': true,
            ...(missingIsAll.includes(name) && { mappings: [missingAs('$__all', 'text')] }),
          })
        ),
      ],
    },
  });
}

const texts: readonly LossColumnShown[] = ['sentence', 'cause', 'station'];

/** Numbers of weeks as steps: the first week begins before the time range, and a bar there would not be seen. */
function trend(say: DashboardWords, given: PanelOptions, shown: readonly LossColumnShown[]): Panel {
  return panel('timeseries', {
    ...given,
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'none' },
    },
    fieldConfig: {
      defaults: {
        custom: {
          lineInterpolation: 'stepAfter',
          lineWidth: 2,
          axisSoftMin: 0,
          showPoints: 'always',
          pointSize: 8,
        },
        min: 0,
        noValue: say.notRead,
      },
      overrides: shown.map((name) => override(name, { displayName: say.losses.columns[name] })),
    },
    transformations: [{ id: 'filterFieldsByName', options: { include: { names: ['from', ...shown] } } }],
  });
}
