import type { Plan } from '@cellthread/plan';
import { counted } from '../plan/counted';
import { reachedBy, type Receiver } from './contactPoints';
import { possibleAlerts } from './possibleAlerts';
import { type Policy, receiversOf } from './routing';
import type { ExpectedRule } from './rulesFile';

/** What Grafana knows of its rules, by uid. */
export interface StoredRule {
  uid: string;
  isPaused?: boolean;
}

/** How a rule fared. */
export interface RuleHealth {
  uid?: string;
  name: string;
  /** `ok`, `nodata` (no signal: nothing is wrong) or `error`. */
  health: string;
  lastError?: string;
  /** RFC 3339; of year 1 before the first one. */
  lastEvaluation: string;
}

export interface Alerting {
  policies: Policy;
  receivers: Receiver[];
  stored: StoredRule[];
  health: RuleHealth[];
}

/** Sentences: who is told of what, and what is wrong. */
export interface Findings {
  told: string[];
  wrong: string[];
}

/** What alerts of the plan come to in this Grafana. Pure. */
export function findings(plan: Plan, rules: readonly ExpectedRule[], grafana: Alerting): Findings {
  const commanding = rules.filter((rule) => rule.notification_settings);
  const { told, nobody } = routes(
    plan,
    rules.filter((rule) => !rule.notification_settings),
    grafana
  );
  return {
    told,
    wrong: [
      ...nobody,
      ...commandless(commanding, grafana),
      ...unprovisioned(rules, grafana),
      ...unhealthy(rules, grafana),
    ],
  };
}

interface Route {
  team: string;
  severity: string;
  receiver: string;
  places: Set<string>;
  rules: Set<string>;
}

/** Who is told by the policies, by team and severity. */
function routes(plan: Plan, rules: readonly ExpectedRule[], { policies, receivers }: Alerting) {
  const found = new Map<string, Route>();
  for (const rule of rules) {
    for (const labels of possibleAlerts(plan, rule)) {
      for (const receiver of receiversOf(policies, labels)) {
        const { team = '', severity = '', site, line } = labels;
        const key = [team, severity, receiver].join('\n');
        const route = found.get(key) ?? { team, severity, receiver, places: new Set(), rules: new Set() };
        route.places.add(site === undefined ? 'no place' : `${site} ${line}`);
        route.rules.add(rule.title);
        found.set(key, route);
      }
    }
  }
  const told: string[] = [];
  const nobody: string[] = [];
  for (const route of found.values()) {
    const { how, why, idle } = reachedBy(route.receiver, receivers);
    const of = `${route.team}, ${route.severity || 'none'}: ${counted(route.rules.size, 'rule')} at ${[...route.places].join(', ')}`;
    if (how !== undefined) {
      told.push(`${of}: ${route.receiver} (${how})`);
      // Somebody listens at the broker, perhaps; whoever set up an address counts on it.
      if (idle && route.severity === 'safety') {
        nobody.push(
          `Nobody reads ${idle} of ${of}: contact point "${route.receiver}" has a receiver whose address is a placeholder.`
        );
      }
    } else {
      nobody.push(
        `Nobody is told of ${of}: the policies send them to contact point "${route.receiver}", ${why}. docs/alerting.md has a tree to paste.`
      );
    }
  }
  return { told, nobody };
}

function commandless(rules: readonly ExpectedRule[], { receivers }: Alerting): string[] {
  return rules
    .filter(({ notification_settings: of }) => reachedBy(of!.receiver, receivers).how === undefined)
    .map(
      ({ title, notification_settings: of }) => `"${title}" commands nothing: contact point ${of!.receiver} is missing.`
    );
}

function unprovisioned(rules: readonly ExpectedRule[], { stored }: Alerting): string[] {
  const there = new Map(stored.map((rule) => [rule.uid, rule]));
  const missing = rules.filter(({ uid }) => !there.has(uid));
  return [
    ...(missing.length > 0 && missing.length === rules.length
      ? [`None of the ${rules.length} rules is there: give Grafana the folder provisioning and restart it.`]
      : missing.map(
          ({ uid, title }) => `"${title}" (${uid}) is missing: give Grafana the rules of this plan and restart it.`
        )),
    ...rules
      .filter(({ uid }) => there.get(uid)?.isPaused)
      .map(({ title }) => `"${title}" is paused: nobody hears of what it would find.`),
  ];
}

function unhealthy(rules: readonly ExpectedRule[], { stored, health }: Alerting): string[] {
  const runs = new Set(stored.filter(({ isPaused }) => !isPaused).map(({ uid }) => uid));
  return rules.flatMap(({ uid, title }) => {
    const of = health.find((one) => (one.uid === undefined ? one.name === title : one.uid === uid));
    if (of?.health === 'error') {
      return [`"${of.name}" cannot be evaluated: ${of.lastError ?? 'Grafana does not say why'}`];
    }
    // Of one that is missing or paused that is said already.
    const waits = of ? of.lastEvaluation.startsWith('0001-') : runs.has(uid);
    return waits ? [`"${title}" was not evaluated yet: ask again when its interval is over.`] : [];
  });
}
