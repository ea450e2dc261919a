import type { Plan } from '@cellthread/plan';
import { shown } from './cadence';
import { type Dashboard, dashboardUids } from './dashboard';
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
        queries: [{ ...signalsQuery(causeKinds, 'fresh', place, ['$station']), include }],
      }),
      worklist(plan, {
        id: 2,
        title: say.signals.items(capital(workedOn(plan)[1])),
        at: [12, 0, 12, 26],
        list: 'signals',
        queries: [{ ...signalsQuery(cellKinds, 'unanswered', place, ['$station']), include }],
      }),
    ],
  };
}
