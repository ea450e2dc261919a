import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { type RuleGroup } from '../rule';
import { wordingOf } from '../wording/wordings';
import { links } from '../texts';

/** All other rules keep their last state when a query fails; this one says that queries fail, were cut or are not made. */
export function datasourceRules(plan: Plan, watchedGroups: RuleGroup[]): RuleGroup[] {
  const say = wordingOf(plan).unread;
  return [
    {
      name: 'Data source',
      interval: '1m',
      rules: [
        {
          uid: 'cellthread-datasource',
          title: say.title,
          rangeS: 5 * 60,
          query: { ...signalsQuery(['unread'], 'fresh', []), watch: watchedGroups.flatMap(watched), watchesAll: true },
          team: 'engineering',
          forS: 60,
          steady: true,
          summary: `${say.summary}{{ with $labels.station }}{{ . }}, {{ end }}{{ with $labels.rule }}{{ . }}{{ else }}${say.unreadable}{{ end }}`,
          description: say.description,
          dashboardUid: dashboardUids.line,
          panelId: 2,
          links: links.line,
          watchesDatasource: true,
        },
      ],
    },
  ];
}

/** What the rules of a group ask, and how often: the backend tells of those that it did not see in time. */
function watched({ interval, rules }: RuleGroup) {
  return rules
    .map(({ query }) => query)
    .map((query) => ({
      kinds: query.kinds,
      state: query.state,
      stations: query.stations,
      characteristics: query.characteristics,
      filters: query.filters,
      everyS: seconds(interval),
    }));
}

const unitS: Record<string, number> = { s: 1, m: 60, h: 3600 };

function seconds(interval: string): number {
  return Number.parseFloat(interval) * (unitS[interval.slice(-1)] ?? Number.NaN);
}
