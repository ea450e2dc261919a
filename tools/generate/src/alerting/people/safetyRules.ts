import { type Plan, safetyQuietS } from '@cellthread/plan';
import { characteristicPanels } from '../../dashboards/characteristic';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { routes } from '@cellthread/vocabulary';
import { type Rule, type RuleGroup } from '../rule';
import { wordingOf } from '../wording/wordings';
import { at, links } from '../texts';
import { doneAbout } from './doneAbout';

/** Hours, so that none is lost while Grafana was away: what it told of before still fires then, and is told once. */
export const safetyHours = 3;
const REACH_S = safetyHours * 3600;
const EVERY_S = 10;

/**
 * Per station and route: what the plan calls a matter of safety is told to people at once, one message a machine and characteristic. A machine
 * that sorts some out every day is one cause, and goes on being one until none was out of spec for a day; if they become more, k of n
 * and the share tell so.
 */
export function safetyRules(plan: Plan): RuleGroup[] {
  const say = wordingOf(plan);
  return plan.stations.map((station) => ({
    name: `Safety: ${station.name}`,
    interval: `${EVERY_S}s`,
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
                perMachine: true,
              },
              team: route,
              quiet: { s: safetyQuietS - REACH_S, everyS: EVERY_S },
              facts: ['C'],
              summary: `${at}${say.safety.said('{{ $labels.characteristic }}', '{{ $labels.rule }}')}`,
              description: doneAbout(plan, of),
              dashboardUid: dashboardUids.characteristic,
              panelId: characteristicPanels.chosen,
              links: links.chart,
            },
          ];
    }),
  }));
}
