import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { muteTimingName } from './muteTimings';
import { type RuleGroup } from './rule';
import { links, placesAt, stationName, where } from './texts';

/** Per site: a station that runs and reports nothing; silent in the planned stops of that site's calendar. */
export function silentRules(plan: Plan): RuleGroup[] {
  return plan.sites.map((site) => ({
    name: `Silent stations: ${site.id}`,
    interval: '1m',
    rules: [
      {
        uid: alertUid('silent', site.id),
        title: `${site.name}: a station has fallen silent`,
        rangeS: 24 * 3600,
        query: signalsQuery(['silent'], 'fresh', [{ key: 'site', operator: '=|', values: [site.id] }]),
        receiver: 'maintenance',
        forS: 60,
        groupBy: ['grafana_folder', 'alertname', 'site', 'line'],
        wait: { group: '30s', interval: '10m', repeat: '4h' },
        muteTimings: [muteTimingName(site)],
        summary: `${where(placesAt(plan, site))} sends no results`,
        description:
          `The equipment of station ${stationName(plan)} says that it runs, but no cell result has arrived for longer than the station may pause. ` +
          'Look whether cells leave it. If they do: check the station computer, its network and the MQTT broker; results are kept by the station and arrive later.',
        dashboardUid: dashboardUids.line,
        panelId: 5,
        links: links.line,
        severity: 'warning',
      },
    ],
  }));
}
