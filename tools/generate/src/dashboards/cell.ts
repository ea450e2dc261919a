import { type Dashboard, dashboardUids } from './dashboard';
import { panel } from './panel';
import { datasourceVariable, textVariable } from './variable';

/** One cell: search or scan its ID, read its whole record. */
export function cellDashboard(): Dashboard {
  return {
    uid: dashboardUids.cell,
    title: 'Cell',
    description:
      'The traveler of one cell: type or scan its ID. The time range does not matter; the whole record is searched.',
    from: 'now-6h',
    refresh: '',
    variables: [datasourceVariable(), textVariable('cell', 'Cell ID')],
    panels: [
      panel('cellthread-traveler-panel', {
        id: 1,
        title: 'Traveler ${cell}',
        at: [0, 0, 24, 30],
        queries: [{ queryType: 'traveler', cellId: '$cell' }],
      }),
    ],
  };
}
