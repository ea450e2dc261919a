import type { Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { type Dashboard, dashboardUids } from './dashboard';
import { override } from './panel';
import { datasourceVariable } from './variable';
import { dashboardWords } from './words/registry';
import { worklist } from './worklist';

/** Changes of control limits and of the plan: those that wait for approval, and what was said of them. */
export function changesDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { columns, changes: words } = say;
  const said = {
    queryType: 'events' as const,
    kinds: [
      'change-proposal' as const,
      'change-approval' as const,
      'change-rejection' as const,
      'limit-change' as const,
    ],
    stations: [],
    targets: [],
    filters: [],
  };
  return {
    uid: dashboardUids.changes,
    title: words.title,
    description: words.about,
    from: 'now-90d',
    refresh: '1m',
    variables: [datasourceVariable(say)],
    panels: [
      worklist(plan, { id: 1, title: words.open, at: [0, 0, 12, 26], list: 'changes', queries: [said] }),
      table({
        say,
        id: 2,
        title: words.said,
        at: [12, 0, 12, 26],
        queries: [said],
        columns: {
          time: columns.when,
          kind: words.what,
          text: words.why,
          author: words.by,
          station: columns.station,
          characteristic: columns.characteristic,
        },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 150 }),
            override('kind', { 'custom.width': 130 }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 160 }),
            override('author', { 'custom.width': 90 }),
          ],
        },
      }),
    ],
  };
}
