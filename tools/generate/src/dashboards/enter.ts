import type { Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { type Dashboard, dashboardUids } from './dashboard';
import { itemLink } from './links';
import { nameMapping } from './mappings';
import { override } from './panel';
import { chosen } from './queries';
import { datasourceVariable, listVariable } from './variable';
import { dashboardWords } from './words/registry';
import { worklist } from './worklist';

/** Values measured by hand or in a laboratory: entering them, and what was entered by whom. */
export function enterDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { columns, variables, enter: words } = say;
  const entries = {
    queryType: 'events' as const,
    kinds: ['entry' as const],
    stations: ['$station'],
    targets: [],
    filters: [chosen('site')],
  };
  return {
    uid: dashboardUids.enter,
    title: words.title,
    description: words.about,
    from: 'now-7d',
    refresh: '1m',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: variables.site, kind: 'sites', multi: true }),
      listVariable('station', { label: variables.station, kind: 'stations', within: { site: '$site' }, multi: true }),
    ],
    panels: [
      worklist(plan, { id: 1, title: words.title, at: [0, 0, 12, 26], list: 'values', queries: [entries] }),
      table({
        say,
        id: 2,
        title: words.entered,
        at: [12, 0, 12, 26],
        queries: [entries],
        columns: {
          time: columns.when,
          target_id: words.ofWhat,
          text: words.value,
          station: columns.station,
          author: words.by,
        },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 150 }),
            override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 160 }),
            override('author', { 'custom.width': 90 }),
            override('target_id', { links: [itemLink(say)], 'custom.width': 240 }),
          ],
        },
      }),
    ],
  };
}
