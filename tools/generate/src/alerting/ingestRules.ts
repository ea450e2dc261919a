import { type Plan } from '@cellthread/plan';
import { ingestRules as watched, signalRuleName } from '@cellthread/vocabulary';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { type RuleGroup } from './rule';
import { choose, links, measured } from './texts';

const watchedWords = choose(
  'rule',
  watched.map((rule) => [rule, signalRuleName[rule]]),
  '{{ $labels.rule }}'
);

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
          summary: `{{ $labels.equipment }}: records are about to be lost (${watchedWords})`,
          description:
            `What is watched is at ${measured} times of what is allowed (of dropped rows and of messages beyond a bound: their number). ` +
            'docs/full-disk.md says under {{ $labels.rule }} what it means and what to do, before anything is lost.',
          dashboardUid: dashboardUids.line,
          panelId: 4,
          links: links.line,
          severity: 'critical',
        },
      ],
    },
  ];
}
