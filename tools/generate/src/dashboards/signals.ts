import type { Plan } from '@cellthread/plan';
import { shown } from './cadence';
import { referenceNames } from './choiceNames';
import { table } from './corePanels';
import { type Dashboard, dashboardUids } from './dashboard';
import { nameMapping } from './mappings';
import { equipmentNames } from './placeNames';
import { override } from './panel';
import { chosen, signalsQuery } from './queries';
import { causeKinds, cellKinds } from './signalKinds';
import { datasourceVariable, listVariable } from './variable';
import { dashboardWords } from './words/registry';
import { worklist } from './worklist';
import { capital, workedOn } from '../items';

/** What is wrong, as a list to work off: causes, and the items that nobody has answered. */
export function signalsDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { variables } = say;
  const place = [chosen('site'), chosen('line')];
  const include: Array<'evidence' | 'disposition'> = ['evidence', 'disposition'];
  return {
    uid: dashboardUids.signals,
    title: say.signals.title,
    description: say.signals.about,
    from: `now-${shown(plan, 60)}`,
    refresh: '30s',
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
      worklist(plan, {
        id: 1,
        title: say.signals.causes,
        at: [0, 0, 12, 26],
        last: '15m',
        list: 'signals',
        // What nobody acknowledged is in the list itself.
        queries: [
          {
            ...signalsQuery(causeKinds, 'fresh', place, ['$station']),
            include,
          },
        ],
      }),
      worklist(plan, {
        id: 2,
        title: say.signals.items(capital(workedOn(plan)[1])),
        at: [12, 0, 12, 26],
        list: 'signals',
        queries: [{ ...signalsQuery(cellKinds, 'unanswered', place, ['$station']), include }],
      }),
      table({
        say,
        id: 3,
        title: say.signals.done,
        at: [0, 26, 24, 12],
        last: '7d',
        queries: [
          {
            queryType: 'events',
            stations: ['$station'],
            targets: [],
            filters: [chosen('site')],
            kinds: ['cause', 'action', 'proof'],
          },
        ],
        columns: {
          time: say.columns.when,
          station: say.columns.station,
          equipment: say.columns.equipment,
          position: say.columns.position,
          kind: say.signals.what,
          reference: say.signals.which,
          disposition: say.signals.proved,
          text: say.signals.inWords,
          author: say.holds.by,
        },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 150 }),
            override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
            override('equipment', { mappings: equipmentNames(plan) }),
            override('position', { 'custom.width': 100 }),
            override('reference', { mappings: referenceNames(plan), 'custom.width': 190 }),
            override('kind', {
              mappings: nameMapping(Object.entries(say.signals.kinds).map(([id, text]) => ({ id, text }))),
              'custom.width': 90,
            }),
            override('disposition', {
              mappings: nameMapping(Object.entries(say.signals.verdicts).map(([id, text]) => ({ id, text }))),
              'custom.width': 125,
            }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 250 }),
            override('author', { 'custom.width': 100 }),
          ],
        },
      }),
    ],
  };
}
