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
import { dashboardWords } from './words/registry';
import { wrongNow } from './wrongNow';
import { capital, itemWords, workedOn } from '../items';

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
  const say = dashboardWords(plan);
  const { columns, line: words } = say;
  const finished = finishing && itemWords(plan).items[finishing.item];
  const names = nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name })));
  return {
    uid: dashboardUids.line,
    title: words.title,
    description: words.about,
    from: `now-${shown(plan, 60)}`,
    refresh: '10s',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: say.variables.site, kind: 'sites', multi: true }),
      listVariable('line', { label: say.variables.line, kind: 'lines', within: { site: '$site' }, multi: true }),
      productVariable(plan),
    ],
    panels: [
      wrongNow(plan, { id: 10, at: [0, 0, 24, 8], kinds: causeKinds, filters: place }),
      countTile({
        say,
        id: 1,
        title: words.finished(capital(finished ?? workedOn(plan)[1])),
        at: [0, 8, 6, 4],
        last: '1h',
        queries: [visitsQuery(finishing?.id ?? '', [], place, { include: [], visits: 'last' })],
      }),
      countTile({
        say,
        id: 2,
        title: words.unanswered,
        at: [6, 8, 6, 4],
        steps: { warn: 1, alarm: 25 },
        queries: [signalsQuery(['out-of-spec'], 'unanswered', place)],
      }),
      countTile({
        say,
        id: 3,
        title: words.outOfControl(window),
        at: [12, 8, 6, 4],
        steps: { warn: 1, alarm: 5 },
        last: `${window}m`,
        queries: [signalsQuery(['out-of-control'], 'fresh', place)],
      }),
      countTile({
        say,
        id: 4,
        title: words.rejected,
        at: [18, 8, 6, 4],
        steps: { warn: 1, alarm: 10 },
        last: '15m',
        queries: [signalsQuery(['rejected'], 'fresh', [chosen('site')])],
      }),
      table({
        say,
        id: 5,
        title: words.stations,
        at: [0, 12, first.length === 0 ? 24 : 12, 23],
        last: '1h',
        queries: [{ queryType: 'yield', by: ['station'], filters: place }],
        columns: {
          station: columns.station,
          visits: columns.visits,
          first_pass: columns.firstPass,
          out_of_spec: columns.outOfSpec,
          last_seen_ms: columns.last,
        },
        note: 'station',
        fieldConfig: {
          defaults: { custom: { align: 'auto' } },
          overrides: [
            // Leave 190 px to the name on a screen of 1440 px with Grafana's menu beside it, 110 px on one of 1024 px.
            override('station', { mappings: names, links: [stationLink(say)], 'custom.minWidth': 110 }),
            override('visits', { 'custom.width': 66 }),
            override('out_of_spec', { 'custom.width': 90 }),
            override('last_seen_ms', { 'custom.width': 145 }),
            override('first_pass', {
              'custom.width': 84,
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
        title: words.signals,
        at: [0, 35, 24, 10],
        queries: [signalsQuery(cellKinds, 'unanswered', place)],
      }),
    ],
  };
}
