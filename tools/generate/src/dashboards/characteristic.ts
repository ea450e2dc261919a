import { type Plan, shortName } from '@cellthread/plan';
import { shown } from './cadence';
import { controlChart } from './controlChart';
import { type Dashboard, dashboardUids } from './dashboard';
import { leading, stationOf } from './leading';
import { type PanelOptions } from './panel';
import { chosen, signalsQuery, visitsQuery } from './queries';
import { stationKinds } from './signalKinds';
import { signalTable } from './signalTable';
import { datasourceVariable, listVariable, productVariable } from './variable';
import { dashboardWords } from './words/registry';

/** Panel ids that alert rules point at. */
export const characteristicPanels = { chosen: 1, signals: 5, beside: 6 } as const;

const firstIds = [2, 3, 4] as const;

/** Where what stands below the chosen characteristic begins. */
const below = 27;

/** Where so many charts stand below the chosen one. */
const chartsAt: ReadonlyArray<ReadonlyArray<PanelOptions['at']>> = [
  [],
  [[0, below, 24, 12]],
  [
    [0, below, 24, 12],
    [0, below + 12, 24, 11],
  ],
  [
    [0, below, 24, 12],
    [0, below + 12, 12, 11],
    [12, below + 12, 12, 11],
  ],
];

/** One characteristic over time, and below it those that the plan cares about most. */
export function characteristicDashboard(plan: Plan): Dashboard {
  const place = [chosen('site'), chosen('line')];
  const first = leading(plan, firstIds.length);
  const say = dashboardWords(plan);
  const words = say.characteristic;
  const any = plan.stations.flatMap(({ characteristics }) => characteristics);
  const ofChosen = [
    visitsQuery(
      '$station',
      ['$characteristic'],
      [...place, chosen('equipment'), chosen('position'), chosen('product')]
    ),
  ];
  return {
    uid: dashboardUids.characteristic,
    title: words.title,
    description: words.about([words.any, ...first.map(shortName)].join(', ')),
    from: `now-${shown(plan, 180)}`,
    refresh: '10s',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: say.variables.site, kind: 'sites', multi: true }),
      listVariable('line', { label: say.variables.line, kind: 'lines', within: { site: '$site' }, multi: true }),
      listVariable('station', { label: say.variables.station, kind: 'stations', current: stationOf(plan, first[0]) }),
      listVariable('characteristic', {
        label: say.variables.characteristic,
        kind: 'characteristics',
        within: { station: '$station' },
        current: first[0],
      }),
      listVariable('equipment', {
        label: say.variables.equipment,
        kind: 'equipment',
        within: { site: '$site', line: '$line', station: '$station' },
        multi: true,
      }),
      listVariable('position', {
        label: say.variables.position,
        kind: 'positions',
        within: { site: '$site', line: '$line', station: '$station', equipment: '$equipment' },
        multi: true,
      }),
      productVariable(plan),
    ],
    panels: [
      controlChart(plan, {
        id: characteristicPanels.chosen,
        title: words.chosen,
        of: any,
        at: [0, 0, 24, 13],
        queries: ofChosen,
      }),
      controlChart(plan, {
        id: characteristicPanels.beside,
        title: words.beside,
        of: any,
        at: [0, 13, 24, 14],
        options: { strata: ['equipment', 'position'], layout: 'multiples', showZones: false },
        queries: ofChosen,
      }),
      ...first.map((characteristic, i) => {
        const { chart, subgroup } = characteristic;
        const by = chart.startsWith('xbar') ? subgroup.by.filter((key) => key !== 'product') : [];
        return controlChart(plan, {
          id: firstIds[i]!,
          of: [characteristic],
          title: [shortName(characteristic), ...(by.length > 0 ? [words.by(by.join(', '))] : [])].join(' '),
          at: chartsAt[first.length]![i]!,
          queries: [visitsQuery(characteristic.station, [characteristic.id], [...place, chosen('product')])],
        });
      }),
      signalTable(plan, {
        id: characteristicPanels.signals,
        title: words.signals,
        at: [0, below + [0, 12, 23, 23][first.length]!, 24, 9],
        queries: [signalsQuery(stationKinds, 'unanswered', place, ['$station'])],
      }),
    ],
  };
}
