import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { type RuleGroup } from './rule';
import { links, measured, siteName } from './texts';

/** Inputs that could not be stored as results: kept, and somebody must look why. */
export function rejectedRules(plan: Plan): RuleGroup[] {
  return [
    {
      name: 'Rejected inputs',
      interval: '1m',
      rules: [
        {
          uid: 'cellthread-rejected',
          title: 'Inputs are rejected',
          rangeS: 15 * 60,
          query: signalsQuery(['rejected'], 'fresh', []),
          receiver: 'engineering',
          groupBy: ['grafana_folder', 'alertname', 'site'],
          wait: { group: '30s', interval: '10m', repeat: '8h' },
          summary: `${siteName(plan)}: inputs are rejected ({{ $labels.rule }})`,
          description:
            `${measured} messages of the last 15 minutes could not be stored. They are kept in the database of rejected inputs with the reason. ` +
            'Find the sender by its topic, repair it, and send the kept messages again with `cellthread replay`.',
          dashboardUid: dashboardUids.line,
          panelId: 4,
          links: links.line,
          severity: 'warning',
        },
      ],
    },
  ];
}
