import { dispositions } from '@cellthread/vocabulary';
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

/** What is held, as a list to work off, and what was decided about what was. */
export function holdsDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { columns, variables, holds: words } = say;
  const asked = { queryType: 'events' as const, stations: ['$station'], targets: [], filters: [chosen('site')] };
  return {
    uid: dashboardUids.holds,
    title: words.title,
    description: words.about,
    from: 'now-30d',
    refresh: '30s',
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: variables.site, kind: 'sites', multi: true }),
      listVariable('station', { label: variables.station, kind: 'stations', within: { site: '$site' }, multi: true }),
    ],
    panels: [
      worklist(plan, {
        id: 1,
        title: words.open,
        at: [0, 0, 14, 16],
        list: 'holds',
        queries: [{ ...asked, kinds: [], state: 'open', include: ['whereabouts'] }],
      }),
      worklist(plan, {
        id: 3,
        title: words.queued,
        at: [0, 16, 14, 10],
        list: 'holds',
        queries: [{ ...asked, kinds: [], state: 'queued', include: ['whereabouts'] }],
      }),
      table({
        say,
        id: 2,
        title: words.decided,
        at: [14, 0, 10, 26],
        queries: [{ ...asked, kinds: dispositions.filter((kind) => kind !== 'hold') }],
        columns: {
          time: columns.when,
          target_id: words.ofWhat,
          kind: words.decision,
          text: words.why,
          author: words.by,
          badge: words.badge,
        },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 150 }),
            override('kind', {
              mappings: nameMapping(Object.entries(words.decisions).map(([id, text]) => ({ id, text }))),
              'custom.width': 110,
            }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 160 }),
            override('author', { 'custom.width': 90 }),
            override('target_id', { links: [itemLink(say)], 'custom.width': 240 }),
          ],
        },
      }),
    ],
  };
}
