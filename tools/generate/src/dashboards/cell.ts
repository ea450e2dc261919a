import { type Plan } from '@cellthread/plan';
import { type Dashboard, dashboardUids } from './dashboard';
import { panel } from './panel';
import { datasourceVariable, textVariable } from './variable';
import { dashboardWords } from './words/registry';

/** One cell: search or scan its ID, read its whole record. */
export function cellDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  return {
    uid: dashboardUids.cell,
    title: say.cell.title,
    description: say.cell.about,
    from: 'now-6h',
    refresh: '',
    variables: [datasourceVariable(say), textVariable('cell', say.variables.cell)],
    panels: [
      panel('cellthread-traveler-panel', {
        id: 1,
        title: say.cell.traveler,
        at: [0, 0, 24, 30],
        queries: [{ queryType: 'traveler', cellId: '$cell' }],
      }),
    ],
  };
}
