import { type Plan } from '@cellthread/plan';
import { characteristicPanels } from '../../dashboards/characteristic';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { itemWords } from '../../items';
import { alertUid } from '../alertUid';
import { routes } from '@cellthread/vocabulary';
import { type Rule, type RuleGroup } from '../rule';
import { wordingOf } from '../wording/wordings';
import { at, links } from '../texts';
import { doneAbout } from './doneAbout';

/**
 * Hours, so that none is lost while Grafana was away: what it told of before still fires then, and is told once. Less than the time
 * after which policies repeat what still fires.
 */
const REACH_S = 3 * 3600;

/** Per station and route: what the plan calls a matter of safety is told to people at once, cell by cell. */
export function safetyRules(plan: Plan): RuleGroup[] {
  const say = wordingOf(plan);
  return plan.stations.map((station) => ({
    name: `Safety: ${station.name}`,
    interval: '10s',
    rules: routes.flatMap((route): Rule[] => {
      const of = station.characteristics.filter((c) => c.severity === 'safety' && c.route === route);
      return of.length === 0
        ? []
        : [
            {
              uid: alertUid('safety', station.id, route),
              title: `${station.name}: ${say.safety.title} (${say.routes[route]})`,
              rangeS: REACH_S,
              query: {
                ...signalsQuery(['out-of-spec'], 'fresh', [], [station.id]),
                characteristics: of.map(({ id }) => id),
              },
              team: route,
              summary: `${at}${say.safety.said('{{ $labels.characteristic }}', '{{ $labels.rule }}', itemWords(plan).item[station.item])}`,
              description: doneAbout(plan, of),
              dashboardUid: dashboardUids.characteristic,
              panelId: characteristicPanels.chosen,
              links: links.chartAndTraveler,
            },
          ];
    }),
  }));
}
