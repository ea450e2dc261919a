import { type Characteristic, type Plan, type Station } from '@cellthread/plan';
import { characteristicPanels } from '../dashboards/characteristic';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { muteTimingNames } from './muteTimings';
import { type Receiver, type Rule, type RuleGroup } from './rule';
import { links, measured, nameOf, reactionOf, where } from './texts';

/** Per station and route: the process has left its approved control limits; the route's people look at it. */
export function outOfControlRules(plan: Plan): RuleGroup[] {
  return plan.stations.map((station) => ({
    name: `Out of control: ${station.name}`,
    interval: '1m',
    rules: routesOf(station).map(([route, characteristics]) => rule(plan, station, route, characteristics)),
  }));
}

function routesOf(station: Station): Array<[Receiver, Characteristic[]]> {
  const routes: Receiver[] = ['quality', 'maintenance', 'engineering'];
  const charted = station.characteristics.filter(({ chart }) => chart !== '');
  return routes
    .map((route): [Receiver, Characteristic[]] => [route, charted.filter((c) => c.route === route)])
    .filter(([, characteristics]) => characteristics.length > 0);
}

function rule(plan: Plan, station: Station, route: Receiver, characteristics: Characteristic[]): Rule {
  return {
    uid: alertUid('ooc', station.id, route),
    title: `${station.name}: out of control (${route})`,
    rangeS: 15 * 60,
    query: {
      ...signalsQuery(['out-of-control'], 'fresh', [], [station.id]),
      characteristics: characteristics.map(({ id }) => id),
    },
    receiver: route,
    forS: 60,
    groupBy: ['grafana_folder', 'alertname', 'site', 'line', 'equipment'],
    wait: { group: '30s', interval: '10m', repeat: '8h' },
    muteTimings: muteTimingNames(plan),
    summary: `${nameOf(characteristics)} is out of control at ${where}`,
    description:
      `The process left its approved control limits in the last 15 minutes (rule {{ $labels.rule }}, ${measured} σ from the centre at worst). ` +
      `Cells may still be in spec. What to do: ${reactionOf(characteristics)}`,
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.chart,
    severity: 'warning',
  };
}
