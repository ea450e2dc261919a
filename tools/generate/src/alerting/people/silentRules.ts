import { type Plan } from '@cellthread/plan';
import type { SignalRule } from '@cellthread/vocabulary';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { type RuleGroup } from '../rule';
import { wordingOf } from '../wording/wordings';
import { at, choose, links } from '../texts';
import type { Wording } from '../wording/Wording';

/** What does not report: a machine, or the sensors of a zone. */
export const silence = ({ silent }: Wording) =>
  choose('rule', [['sensor' satisfies SignalRule, silent.sensor]], silent.summary);

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
        byRoute: true,
        forS: 60,
        steady: true,
        facts: ['S'],
        summary: `${at}${silence(say)}`,
        description: say.silent.description,
        dashboardUid: dashboardUids.line,
        panelId: 5,
        links: links.line,
      },
    ],
  }));
}
