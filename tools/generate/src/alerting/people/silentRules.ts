import { type Plan } from '@cellthread/plan';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { type RuleGroup } from '../rule';
import { wordingOf } from '../wording/wordings';
import { at, links } from '../texts';

/** Per site: a machine that should report and does not. */
export function silentRules(plan: Plan): RuleGroup[] {
  const say = wordingOf(plan);
  return plan.sites.map((site) => ({
    name: `Silent stations: ${site.id}`,
    interval: '1m',
    rules: [
      {
        uid: alertUid('silent', site.id),
        title: say.silent.title(site.name),
        rangeS: 24 * 3600,
        query: signalsQuery(['silent'], 'fresh', [{ key: 'site', operator: '=|', values: [site.id] }]),
        team: 'maintenance',
        forS: 60,
        steady: true,
        facts: ['S'],
        summary: `${at}${say.silent.summary}`,
        description: say.silent.description,
        dashboardUid: dashboardUids.line,
        panelId: 5,
        links: links.line,
      },
    ],
  }));
}
