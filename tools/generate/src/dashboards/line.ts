import { type Plan, shortName } from '@cellthread/plan';
import { longestWindow, shown } from './cadence';
import { controlChart } from './controlChart';
import { table } from './corePanels';
import { countTile } from './countTile';
import { type Dashboard, dashboardUids } from './dashboard';
import { stationLink } from './links';
import { lastOfCells, leading } from './leading';
import { nameMapping } from './mappings';
import { override, type PanelOptions } from './panel';
import { chosen, signalsQuery, visitsQuery } from './queries';
import { causeKinds, cellKinds } from './signalKinds';
import { signalTable } from './signalTable';
import { datasourceVariable, listVariable, productVariable } from './variable';
import { wrongNow } from './wrongNow';

const chartIds = [6, 7, 8] as const;

/** Where so many charts stand beside the table. */
const chartsAt: ReadonlyArray<ReadonlyArray<PanelOptions['at']>> = [
  [],
  [[12, 12, 12, 23]],
  [
    [12, 12, 12, 12],
    [12, 24, 12, 11],
  ],
  [
    [12, 12, 12, 12],
    [12, 24, 6, 11],
    [18, 24, 6, 11],
  ],
];

/** Every station now: what is wrong, in sentences; what runs, and the charts of what the plan cares about most. */
export function lineDashboard(plan: Plan): Dashboard {
  const place = [chosen('site'), chosen('line')];
  const first = leading(plan, chartIds.length);
  const finishing = lastOfCells(plan);
  const window = longestWindow(plan);
  const names = nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name })));
  return {
    uid: dashboardUids.line,
    title: 'Line',
    description: 'Every station of the line now.',
    from: `now-${shown(plan, 60)}`,
    refresh: '10s',
    variables: [
      datasourceVariable(),
      listVariable('site', { label: 'Site', kind: 'sites', multi: true }),
      listVariable('line', { label: 'Line', kind: 'lines', within: { site: '$site' }, multi: true }),
      productVariable(plan),
    ],
    panels: [
      wrongNow({ id: 10, title: 'What is wrong now', at: [0, 0, 24, 8], kinds: causeKinds, filters: place }),
      countTile({
        id: 1,
        title: `${finishing?.item === 'cell' || finishing?.item === 'tray' ? 'Cells finished' : 'Finished'}, last hour`,
        at: [0, 8, 6, 4],
        last: '1h',
        queries: [visitsQuery(finishing?.id ?? '', [], place, { include: [], visits: 'last' })],
      }),
      countTile({
        id: 2,
        title: 'Out of spec, not answered',
        at: [6, 8, 6, 4],
        steps: { warn: 1, alarm: 25 },
        queries: [signalsQuery(['out-of-spec'], 'unanswered', place)],
      }),
      countTile({
        id: 3,
        title: `Out of control, ${window} min`,
        at: [12, 8, 6, 4],
        steps: { warn: 1, alarm: 5 },
        last: `${window}m`,
        queries: [signalsQuery(['out-of-control'], 'fresh', place)],
      }),
      countTile({
        id: 4,
        title: 'Rejected inputs, 15 min',
        at: [18, 8, 6, 4],
        steps: { warn: 1, alarm: 10 },
        last: '15m',
        queries: [signalsQuery(['rejected'], 'fresh', [chosen('site')])],
      }),
      table({
        id: 5,
        title: 'Stations, last hour',
        at: [0, 12, first.length === 0 ? 24 : 12, 23],
        last: '1h',
        queries: [{ queryType: 'yield', by: ['station'], filters: place }],
        columns: {
          station: 'Station',
          visits: 'Visits',
          first_pass: 'First pass',
          out_of_spec: 'Out of spec',
          last_seen_ms: 'Last',
        },
        note: 'station',
        fieldConfig: {
          defaults: { custom: { align: 'auto' } },
          overrides: [
            // Leave 190 px to the name on a screen of 1440 px with Grafana's menu beside it, 110 px on one of 1024 px.
            override('station', { mappings: names, links: [stationLink], 'custom.minWidth': 110 }),
            override('visits', { 'custom.width': 55 }),
            override('out_of_spec', { 'custom.width': 90 }),
            override('last_seen_ms', { 'custom.width': 145 }),
            override('first_pass', {
              'custom.width': 75,
              unit: 'percentunit',
              decimals: 1,
              color: { mode: 'thresholds' },
              thresholds: {
                mode: 'absolute',
                steps: [
                  { color: 'red', value: null },
                  { color: 'orange', value: 0.9 },
                  { color: 'green', value: 0.97 },
                ],
              },
              'custom.cellOptions': { type: 'color-text' },
            }),
          ],
        },
      }),
      ...first.map((characteristic, i) =>
        controlChart(plan, {
          id: chartIds[i]!,
          of: [characteristic],
          title: shortName(characteristic),
          at: chartsAt[first.length]![i]!,
          queries: [visitsQuery(characteristic.station, [characteristic.id], [...place, chosen('product')])],
        })
      ),
      signalTable(plan, {
        id: 9,
        title: 'Open signals',
        at: [0, 35, 24, 10],
        queries: [signalsQuery(cellKinds, 'unanswered', place)],
      }),
    ],
  };
}
