import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { type RuleGroup } from './rule';
import { links } from './texts';

/** All other rules keep their last state when a query fails; this one says that queries fail. */
export function datasourceRules(_plan: Plan): RuleGroup[] {
  return [
    {
      name: 'Data source',
      interval: '1m',
      rules: [
        {
          uid: 'cellthread-datasource',
          title: 'Cellthread cannot read its data',
          rangeS: 5 * 60,
          query: signalsQuery(['rejected'], 'fresh', []),
          receiver: 'engineering',
          forS: 60,
          groupBy: ['grafana_folder', 'alertname'],
          wait: { group: '10s', interval: '5m', repeat: '4h' },
          summary: 'Cellthread cannot read its data: no alert of the line can be trusted now',
          description:
            'Queries to the database fail, so out-of-spec cells and drifting equipment are not seen. Open the data source in Grafana and press “Save & test”: it says what is wrong. ' +
            'Until it works, the line must rely on the interlocks of PLC and MES.',
          dashboardUid: dashboardUids.line,
          panelId: 2,
          links: links.line,
          severity: 'critical',
          watchesDatasource: true,
        },
      ],
    },
  ];
}
