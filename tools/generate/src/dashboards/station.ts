import { type Plan, shortName } from '@cellthread/plan';
import { shown } from './cadence';
import { controlChart } from './controlChart';
import { table } from './corePanels';
import { countTile } from './countTile';
import { currentCell } from './currentCell';
import { type Dashboard, dashboardUids } from './dashboard';
import { travelerLink } from './links';
import { leading, stationOf } from './leading';
import { decidedMapping, nameMapping, verdictMapping } from './mappings';
import { override } from './panel';
import { equipmentNames } from './placeNames';
import { chosen, signalsQuery, visitsQuery } from './queries';
import { kindWords, stationCauseKinds, stationCellKinds } from './signalKinds';
import { datasourceVariable, listVariable, productVariable } from './variable';
import { dashboardWords } from './words/registry';
import { wrongNow } from './wrongNow';
import { capital, workedOn } from '../items';

/** The operator's tablet: the cell in hand, each position green or red, the last 25 points, and what to do. */
export function stationDashboard(plan: Plan): Dashboard {
  const here = [chosen('site'), chosen('line'), chosen('equipment')];
  const [first] = leading(plan, 1);
  const say = dashboardWords(plan);
  const { columns, station: words } = say;
  const [item, items] = workedOn(plan);
  const newest = (characteristics: string[]) =>
    visitsQuery('$station', characteristics, here, { include: [], visits: 'all' });
  return {
    uid: dashboardUids.station,
    title: words.title,
    description: words.about(item),
    from: `now-${shown(plan, 30)}`,
    refresh: '10s',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: say.variables.site, kind: 'sites', multi: true }),
      listVariable('line', { label: say.variables.line, kind: 'lines', within: { site: '$site' }, multi: true }),
      listVariable('station', { label: say.variables.station, kind: 'stations', current: stationOf(plan, first) }),
      listVariable('equipment', {
        label: say.variables.equipment,
        kind: 'equipment',
        within: { site: '$site', line: '$line', station: '$station' },
        multi: true,
      }),
      listVariable('characteristic', {
        label: say.variables.characteristic,
        kind: 'characteristics',
        within: { station: '$station' },
        current: first,
      }),
      productVariable(plan),
    ],
    panels: [
      currentCell({
        say,
        id: 1,
        title: words.current(item),
        at: [0, 0, 18, 4],
        queries: [newest([])],
      }),
      countTile({
        say,
        id: 3,
        title: words.lately(capital(items)),
        at: [18, 0, 6, 4],
        last: '30m',
        queries: [newest([])],
      }),
      wrongNow(plan, {
        id: 7,
        at: [0, 4, 24, 6],
        kinds: stationCauseKinds,
        filters: here,
        stations: ['$station'],
        action: true,
      }),
      controlChart(plan, {
        id: 4,
        title: words.last(items),
        of: plan.stations.flatMap(({ characteristics }) => characteristics),
        at: [0, 10, 14, 12],
        simple: { points: 25 },
        queries: [visitsQuery('$station', ['$characteristic'], [...here, chosen('product')])],
      }),
      table({
        say,
        id: 5,
        title: words.positions,
        at: [14, 10, 10, 12],
        queries: [newest([])],
        transformations: [groupedBy(['equipment', 'position'], ['verdict', 'time'])],
        columns: {
          equipment: columns.equipment,
          position: columns.position,
          'verdict (last)': columns.verdict,
          'time (last)': columns.when,
        },
        note: 'position',
        sortBy: 'position',
        descending: false,
        fieldConfig: {
          defaults: { custom: { align: 'auto' } },
          overrides: [
            override('verdict (last)', {
              'custom.width': 90,
              mappings: verdictMapping(say),
              'custom.cellOptions': { type: 'color-background', mode: 'basic' },
            }),
            override('time (last)', { unit: 'dateTimeFromNow' }),
            override('position', { 'custom.minWidth': 90, 'custom.wrapText': true }),
            override('equipment', { mappings: equipmentNames(plan), 'custom.width': 90, 'custom.wrapText': true }),
          ],
        },
      }),
      table({
        say,
        id: 6,
        title: words.toDo(capital(items)),
        at: [0, 22, 24, 10],
        queries: [
          {
            ...signalsQuery(stationCellKinds, 'fresh', here, ['$station']),
            include: ['reaction', 'disposition'],
          },
        ],
        // A retest out of spec is the same thing to do.
        transformations: [
          groupedBy(['kind', 'characteristic', 'reaction', 'cell_id', 'equipment', 'position', 'decided']),
        ],
        columns: {
          kind: columns.signal,
          characteristic: columns.ofWhat,
          reaction: columns.action,
          cell_id: capital(item),
          equipment: columns.equipment,
          position: columns.position,
          decided: columns.is(capital(item)),
        },
        note: 'reaction',
        fieldConfig: {
          defaults: { custom: { align: 'left' } },
          overrides: [
            override('kind', { mappings: nameMapping(kindWords(say)), 'custom.wrapText': true, 'custom.width': 110 }),
            override('characteristic', {
              mappings: nameMapping(shortNames(plan)),
              'custom.wrapText': true,
              'custom.width': 120,
            }),
            override('reaction', { 'custom.wrapText': true }),
            override('cell_id', { links: [travelerLink(say)], 'custom.width': 235 }),
            override('equipment', { mappings: equipmentNames(plan), 'custom.width': 85, 'custom.wrapText': true }),
            override('position', { 'custom.width': 80 }),
            override('decided', { mappings: decidedMapping(say), 'custom.width': 80 }),
          ],
        },
      }),
    ],
  };
}

/** One row for each combination of the keys, with the newest value of the others. */
function groupedBy(keys: string[], newest: string[] = []) {
  const fields = Object.fromEntries([
    ...keys.map((key) => [key, { operation: 'groupby', aggregations: [] as string[] }]),
    ...newest.map((name) => [name, { operation: 'aggregate', aggregations: ['last'] }]),
  ]);
  return { id: 'groupBy', options: { fields } };
}

function shortNames(plan: Plan): Array<{ id: string; text: string }> {
  return plan.stations
    .flatMap((station) => station.characteristics)
    .map((characteristic) => ({ id: characteristic.id, text: shortName(characteristic) }));
}
