import type { SignalKind } from '@cellthread/vocabulary';
import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { type Rule, type RuleGroup } from './rule';
import { links, measured, stationName, where } from './texts';

/** What is wrong with the record itself, not with a cell or a process: engineering mends its way. */
export function recordRules(plan: Plan): RuleGroup[] {
  return [
    {
      name: 'Records',
      interval: '1m',
      rules: [
        rule({
          kind: 'clock',
          title: 'The clock of a station is wrong, or its records wait',
          groupBy: ['site', 'line', 'station'],
          summary: `${where(plan)}: records bear another time than that of their arrival ({{ $labels.rule }})`,
          description:
            `Source time and arrival differ by ${measured} times what is allowed (an hour behind, a minute ahead). The records are stored and judged, but charts show them at the wrong time. ` +
            'Set the clock of the station computer, or look where its records wait. Records that only tell what was bear "history": true.',
        }),
        rule({
          kind: 'pointer',
          title: 'The index leads to the record of another item',
          groupBy: ['site', 'station'],
          summary: `Item {{ $labels.cell_id }} at ${stationName(plan)}: the index leads to another item’s record or to none`,
          description:
            'Two records overwrote each other, or one was deleted. The traveler of the item shows the rest and says so. Have the station send its record again.',
        }),
      ],
    },
  ];
}

type Told = Pick<Rule, 'title' | 'summary' | 'description' | 'groupBy'> & { kind: SignalKind };

function rule({ kind, groupBy, ...told }: Told): Rule {
  return {
    ...told,
    uid: alertUid(kind),
    rangeS: 15 * 60,
    query: signalsQuery([kind], 'fresh', []),
    receiver: 'engineering',
    groupBy: ['grafana_folder', 'alertname', ...groupBy],
    wait: { group: '30s', interval: '10m', repeat: '8h' },
    dashboardUid: dashboardUids.line,
    panelId: 9,
    links: links.station,
    severity: 'warning',
  };
}
