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

/** Panel ids that alert rules point at. */
export const characteristicPanels = { chosen: 1, signals: 5 } as const;

const firstIds = [2, 3, 4] as const;

/** Where so many charts stand below the chosen one. */
const chartsAt: ReadonlyArray<ReadonlyArray<PanelOptions['at']>> = [
  [],
  [[0, 13, 24, 12]],
  [
    [0, 13, 24, 12],
    [0, 25, 24, 11],
  ],
  [
    [0, 13, 24, 12],
    [0, 25, 12, 11],
    [12, 25, 12, 11],
  ],
];

/** One characteristic over time, and below it those that the plan cares about most. */
export function characteristicDashboard(plan: Plan): Dashboard {
  const place = [chosen('site'), chosen('line')];
  const first = leading(plan, firstIds.length);
  return {
    uid: dashboardUids.characteristic,
    title: 'Characteristic',
    description: `Control charts: ${['any characteristic of the plan', ...first.map(shortName)].join(', ')}.`,
    from: `now-${shown(plan, 180)}`,
    refresh: '10s',
    variables: [
      datasourceVariable(),
      listVariable('site', { label: 'Site', kind: 'sites', multi: true }),
      listVariable('line', { label: 'Line', kind: 'lines', within: { site: '$site' }, multi: true }),
      listVariable('station', { label: 'Station', kind: 'stations', current: stationOf(plan, first[0]) }),
      listVariable('characteristic', {
        label: 'Characteristic',
        kind: 'characteristics',
        within: { station: '$station' },
        current: first[0],
      }),
      listVariable('equipment', {
        label: 'Equipment',
        kind: 'equipment',
        within: { site: '$site', line: '$line', station: '$station' },
        multi: true,
      }),
      listVariable('position', {
        label: 'Position',
        kind: 'positions',
        within: { site: '$site', line: '$line', station: '$station', equipment: '$equipment' },
        multi: true,
      }),
      productVariable(plan),
    ],
    panels: [
      controlChart(plan, {
        id: characteristicPanels.chosen,
        title: '$characteristic at $station',
        of: plan.stations.flatMap(({ characteristics }) => characteristics),
        at: [0, 0, 24, 13],
        queries: [
          visitsQuery(
            '$station',
            ['$characteristic'],
            [...place, chosen('equipment'), chosen('position'), chosen('product')]
          ),
        ],
      }),
      ...first.map((characteristic, i) => {
        const { chart, subgroup } = characteristic;
        const by = chart.startsWith('xbar') ? subgroup.by.filter((key) => key !== 'product') : [];
        return controlChart(plan, {
          id: firstIds[i]!,
          of: [characteristic],
          title: [shortName(characteristic), ...(by.length > 0 ? [`by ${by.join(', ')}`] : [])].join(' '),
          at: chartsAt[first.length]![i]!,
          queries: [visitsQuery(characteristic.station, [characteristic.id], [...place, chosen('product')])],
        });
      }),
      signalTable(plan, {
        id: characteristicPanels.signals,
        title: 'Signals of this station',
        at: [0, [13, 25, 36, 36][first.length]!, 24, 9],
        queries: [signalsQuery(stationKinds, 'unanswered', place, ['$station'])],
      }),
    ],
  };
}
