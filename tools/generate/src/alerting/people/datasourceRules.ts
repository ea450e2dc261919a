import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { type RuleGroup } from '../rule';
import { links, stationName } from '../texts';

/** All other rules keep their last state when a query fails; this one says that queries fail, were cut or are not made. */
export function datasourceRules(plan: Plan, watchedGroups: RuleGroup[]): RuleGroup[] {
  return [
    {
      name: 'Data source',
      interval: '1m',
      rules: [
        {
          uid: 'cellthread-datasource',
          title: 'Cellthread cannot read its data',
          rangeS: 5 * 60,
          query: { ...signalsQuery(['unread'], 'fresh', []), watch: watchedGroups.flatMap(watched) },
          team: 'engineering',
          forS: 60,
          steady: true,
          summary: `Cellthread does not see what it should: {{ with $labels.station }}${stationName(plan)}, {{ end }}{{ with $labels.rule }}{{ . }}{{ else }}its data cannot be read{{ end }}`,
          description:
            'What is wrong there is not seen. Press “Save & test” of the data source: it says whether the database answers; signals of kind “unread” in Explore say why. ' +
            'Until it works, the line must rely on the interlocks of PLC and MES.',
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
