import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { lasting } from '../facts';
import { type RuleGroup } from '../rule';
import { links, placesAt, where } from '../texts';

/** Per site: a machine that should report and does not. */
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
        team: 'maintenance',
        forS: 60,
        steady: true,
        summary: `${where(placesAt(plan, site))}: no results${lasting}`,
        description:
          'Look whether cells leave it. If they do: check the station computer, its network and the MQTT broker; results are kept by the station and arrive later.',
        dashboardUid: dashboardUids.line,
        panelId: 5,
        links: links.line,
      },
    ],
  }));
}
