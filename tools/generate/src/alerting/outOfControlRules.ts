import { type Characteristic, type Plan, type Site, type Station } from '@cellthread/plan';
import { characteristicPanels } from '../dashboards/characteristic';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { muteTimingName } from './muteTimings';
import { type Receiver, type Rule, type RuleGroup } from './rule';
import { links, measured, nameOf, type Places, placesAt, placesOf, ruleWords, whatToDo, where } from './texts';

/**
 * Per station, site and route: the process has left its approved control limits; the route's people look at it. Sites apart,
 * since a planned stop of one must not mute another.
 */
export function outOfControlRules(plan: Plan): RuleGroup[] {
  return plan.stations.map((station) => ({
    name: `Out of control: ${station.name}`,
    interval: '1m',
    rules: sitesOf(plan, station).flatMap((site) =>
      routesOf(station).map(([route, characteristics]) =>
        rule(site, station, route, characteristics, placesAt(placesOf(plan, station), site))
      )
    ),
  }));
}

const sitesOf = ({ sites, equipment }: Plan, station: Station): Site[] =>
  sites.filter(({ id }) => equipment.some((machine) => machine.site === id && machine.station === station.id));

function routesOf(station: Station): Array<[Receiver, Characteristic[]]> {
  const routes: Receiver[] = ['quality', 'maintenance', 'engineering'];
  const charted = station.characteristics.filter(({ chart }) => chart !== '');
  return routes
    .map((route): [Receiver, Characteristic[]] => [route, charted.filter((c) => c.route === route)])
    .filter(([, characteristics]) => characteristics.length > 0);
}

function rule(site: Site, station: Station, route: Receiver, characteristics: Characteristic[], places: Places): Rule {
  return {
    uid: alertUid('ooc', site.id, station.id, route),
    title: `${station.name}, ${site.name}: out of control (${route})`,
    rangeS: 15 * 60,
    query: {
      ...signalsQuery(['out-of-control'], 'fresh', [{ key: 'site', operator: '=|', values: [site.id] }], [station.id]),
      characteristics: characteristics.map(({ id }) => id),
    },
    receiver: route,
    forS: 60,
    groupBy: ['grafana_folder', 'alertname', 'site', 'line', 'equipment'],
    wait: { group: '30s', interval: '10m', repeat: '8h' },
    muteTimings: [muteTimingName(site)],
    summary: `${nameOf(characteristics)} is out of control at ${where(places)}`,
    description:
      `The process left its approved control limits in the last 15 minutes (${ruleWords}, ${measured} σ from the centre at worst). ` +
      `Cells may still be in spec. ${whatToDo(characteristics)}`,
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.chart,
    severity: 'warning',
  };
}
