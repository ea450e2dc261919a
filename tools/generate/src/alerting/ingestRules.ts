import { type Plan } from '@cellthread/plan';
import { ingestRules as watched } from '@cellthread/vocabulary';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { type RuleGroup } from './rule';
import { links, measured } from './texts';

/** The path from station to database is about to fail: told while there is still time to act. */
export function ingestRules(_plan: Plan): RuleGroup[] {
  return [
    {
      name: 'Path of the data',
      interval: '1m',
      rules: [
        {
          uid: 'cellthread-ingest',
          title: 'The path of the data is about to fail',
          rangeS: 15 * 60,
          query: signalsQuery(['ingest'], 'fresh', []),
          receiver: 'maintenance',
          forS: 60,
          groupBy: ['grafana_folder', 'alertname'],
          wait: { group: '10s', interval: '5m', repeat: '4h' },
          summary: '{{ $labels.equipment }}: records are about to be lost ({{ $labels.rule }})',
          description:
            `What is watched is at ${measured} times of what is allowed (of dropped rows and of messages beyond a bound: their number). The rule says what: ${watched.slice(0, -1).join(', ')} or ${watched.at(-1)}. ` +
            'docs/full-disk.md says what each means and what to do, before anything is lost.',
          dashboardUid: dashboardUids.line,
          panelId: 4,
          links: links.line,
          severity: 'critical',
        },
      ],
    },
  ];
}
